using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AccountNudge.Bot.Tests.Teams.Manifest;

/// <summary>A picture of eight bits a channel, with or without alpha, not interlaced (www.w3.org/TR/png-3).</summary>
internal sealed class Png
{
    private const int ColourType = 9;
    private readonly byte[] rows;
    private readonly int channels;

    public Png(byte[] file)
    {
        file[..8].ShouldBe([0x89, .. "PNG\r\n\u001a\n"u8]);
        var chunks = Chunks(file).ToList();
        var header = chunks[0].Content;
        (Width, Height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        header[8].ShouldBe((byte)8, "bits a channel");
        header[12].ShouldBe((byte)0, "not interlaced");
        channels = header[ColourType] switch
        {
            2 => 3,
            6 => 4,
            var other => throw new NotSupportedException($"Colour type {other}."),
        };
        using var unpacked = new MemoryStream();
        using var packed = new ZLibStream(new MemoryStream([.. chunks.Where(chunk => chunk.Name == "IDAT").SelectMany(chunk => chunk.Content)]), CompressionMode.Decompress);
        packed.CopyTo(unpacked);
        rows = Unfiltered(unpacked.ToArray());
    }

    public int Width { get; }

    public int Height { get; }

    public IEnumerable<(int X, int Y, (byte Red, byte Green, byte Blue, byte Alpha) Colour)> Pixels =>
        from y in Enumerable.Range(0, Height)
        from x in Enumerable.Range(0, Width)
        let at = ((y * Width) + x) * channels
        select (x, y, (rows[at], rows[at + 1], rows[at + 2], channels == 4 ? rows[at + 3] : byte.MaxValue));

    private static IEnumerable<(string Name, byte[] Content)> Chunks(byte[] file)
    {
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            yield return (Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]);
            at += length + 12;
        }
    }

    /// <summary>Every row begins with the number of the filter that says from which neighbours its bytes differ by what is written.</summary>
    private byte[] Unfiltered(byte[] filtered)
    {
        var (width, plain) = (Width * channels, new byte[Width * Height * channels]);
        for (var y = 0; y < Height; y++)
        {
            var filter = filtered[y * (width + 1)];
            for (var x = 0; x < width; x++)
            {
                int left = x < channels ? 0 : plain[(y * width) + x - channels];
                int above = y == 0 ? 0 : plain[((y - 1) * width) + x];
                int corner = x < channels || y == 0 ? 0 : plain[((y - 1) * width) + x - channels];
                var guess = filter switch
                {
                    0 => 0,
                    1 => left,
                    2 => above,
                    3 => (left + above) / 2,
                    _ => new[] { left, above, corner }.MinBy(near => Math.Abs(left + above - corner - near)),
                };
                plain[(y * width) + x] = (byte)(filtered[(y * (width + 1)) + 1 + x] + guess);
            }
        }

        return plain;
    }
}
