using Microsoft.AspNetCore.Builder;
using Vesper.Ops;

namespace Vesper.Tests.Ops;

public sealed class SubCommandsTests
{
    [Theory]
    [InlineData(0, "help")]
    [InlineData(2, "halp")]
    [InlineData(2, "import")]
    [InlineData(2, "import", "crm")]
    [InlineData(2, "import", "crm", "--data", "x")]
    [InlineData(2, "demo", "--customers", "many")]
    [InlineData(2, "demo", "--members", "3")]
    [InlineData(2, "push-key")]
    [InlineData(2, "push-key", "somebody")]
    public async Task What_cannot_be_understood_ends_with_2_and_touches_nothing(int code, params string[] args)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"vesper-{Guid.CreateVersion7():N}");
        var builder = WebApplication.CreateBuilder(SubCommands.Options([.. args, "--data", folder]));
        builder.AddVesper();

        (await SubCommands.RunAsync(builder.Build(), args)).ShouldBe(code);

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_is_no_option() => SubCommands.Options(["import", "crm", "/srv/export", "--data", "here"]).ShouldBe(["--data", "here"]);

    [Fact]
    public void Without_a_command_everything_is_an_option()
    {
        string[] args = ["--urls", "http://127.0.0.1:5080"];

        SubCommands.Asked(args).ShouldBeFalse();
        SubCommands.Options(args).ShouldBe(args);
    }
}
