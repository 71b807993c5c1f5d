namespace AccountNudge.Testing;

/// <summary>A new empty folder that only this user can read, deleted with everything in it when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("accountnudge-").FullName;

    public string Path { get; }

    /// <summary>The full path of a file in this folder; the file itself is not created.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
