using System.Net;
using System.Net.Sockets;

namespace AccountNudge.Testing.Tests;

public class SmallFixtureTests
{
    [Fact]
    public void A_temp_folder_goes_with_everything_in_it()
    {
        var folder = new TempFolder();
        File.WriteAllText(folder.File("note.txt"), "hello");

        folder.Dispose();

        Directory.Exists(folder.Path).ShouldBeFalse();
        Should.NotThrow(folder.Dispose);
    }

    [Fact]
    public void Free_ports_are_free_and_never_given_twice()
    {
        var ports = Enumerable.Range(0, 50).Select(_ => FreePort.Next()).ToList();

        ports.Distinct().Count().ShouldBe(50);
        using var listener = new TcpListener(IPAddress.Loopback, ports[0]);
        Should.NotThrow(listener.Start);
    }

    [Fact]
    public void A_leash_cleans_up_when_its_owner_goes_and_not_when_let_go()
    {
        using var folder = new TempFolder();

        new ProcessGuard("touch \"$1\"", folder.File("cleaned")).Dispose();
        new ProcessGuard("touch \"$1\"", folder.File("let go")).LetGo();

        File.Exists(folder.File("cleaned")).ShouldBeTrue();
        File.Exists(folder.File("let go")).ShouldBeFalse();
    }
}
