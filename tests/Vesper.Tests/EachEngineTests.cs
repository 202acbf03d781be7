using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Vesper.Tests;

/// <summary>These tests change the environment of the process, so they run alone, after all others.</summary>
[CollectionDefinition(nameof(EachEngineTests), DisableParallelization = true)]
public sealed class AloneWithTheEnvironment;

[Collection(nameof(EachEngineTests))]
public sealed class EachEngineTests : IDisposable
{
    readonly string? _postgres = Environment.GetEnvironmentVariable("VESPER_TEST_POSTGRES");
    readonly string? _nothingSkipped = Environment.GetEnvironmentVariable("VESPER_NOTHING_SKIPPED");

    public void Dispose() => Given(_postgres, _nothingSkipped);

    [Fact]
    public void A_test_runs_once_on_each_engine()
    {
        Given(postgres: "Host=there");
        Found(nameof(Sample.Plain)).Select(c => c.DisplayName.Split('.')[^1]).ShouldBe(["Plain(engine: Sqlite)", "Plain(engine: Postgres)"]);
    }

    [Fact]
    public void Rows_multiply_with_engines()
    {
        var cases = Found(nameof(Sample.WithRows));
        cases.Select(c => (c.TestMethodArguments[0], c.TestMethodArguments[1])).ShouldBe(
            [(Engine.Sqlite, 1), (Engine.Postgres, 1), (Engine.Sqlite, 2), (Engine.Postgres, 2)], ignoreOrder: true);
        cases.Select(c => c.UniqueID).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task Where_there_is_a_server_both_engines_run()
    {
        Given(postgres: "Host=there");
        (await Run(nameof(Sample.Plain))).ShouldBe((Passed: 2, Failed: 0, Skipped: 0));
    }

    [Fact]
    public async Task Without_a_server_the_postgres_case_shows_as_skipped()
    {
        Given(postgres: null);
        Found(nameof(Sample.Plain)).Select(c => c.SkipReason).ShouldBe([null, "No PostgreSQL: VESPER_TEST_POSTGRES is not set (./test starts one)"]);
        (await Run(nameof(Sample.Plain))).ShouldBe((Passed: 1, Failed: 0, Skipped: 1));
    }

    [Fact]
    public async Task Where_nothing_may_be_skipped_it_fails_instead()
    {
        Given(postgres: null, nothingSkipped: "1");
        (await Run(nameof(Sample.Plain))).ShouldBe((Passed: 1, Failed: 1, Skipped: 0));
    }

    [Fact]
    public async Task A_test_that_takes_no_engine_fails_with_a_reason() =>
        (await Run(nameof(Sample.WithoutEngine))).ShouldBe((Passed: 0, Failed: 1, Skipped: 0));

    [Fact]
    public void A_case_survives_the_way_to_the_runner_and_back()
    {
        Given(postgres: null);
        var postgres = Found(nameof(Sample.WithRows)).First(c => c.TestMethodArguments[0] is Engine.Postgres);

        var back = SerializationHelper.Deserialize<IXunitTestCase>(SerializationHelper.Serialize(postgres));

        back.TestMethodArguments.ShouldBe(postgres.TestMethodArguments);
        back.SkipReason.ShouldBe(postgres.SkipReason);
    }

    static void Given(string? postgres = null, string? nothingSkipped = null)
    {
        Environment.SetEnvironmentVariable("VESPER_TEST_POSTGRES", postgres);
        Environment.SetEnvironmentVariable("VESPER_NOTHING_SKIPPED", nothingSkipped);
    }

    static List<IXunitTestCase> Found(string method)
    {
        var assembly = new TestAssembly(Reflector.Wrap(typeof(Sample).Assembly));
        var testClass = new TestClass(new TestCollection(assembly, null, "samples"), Reflector.Wrap(typeof(Sample)));
        var wrapped = Reflector.Wrap(typeof(Sample).GetMethod(method, BindingFlags.Public | BindingFlags.Instance)!);
        var fact = wrapped.GetCustomAttributes(typeof(EachEngineAttribute)).Single();
        return [.. new EachEngineDiscoverer(new NullMessageSink()).Discover(new Usual(), new TestMethod(testClass, wrapped), fact)];
    }

    static async Task<(int Passed, int Failed, int Skipped)> Run(string method)
    {
        var all = new RunSummary();
        using var stop = new CancellationTokenSource();
        using var bus = new MessageBus(new NullMessageSink());
        foreach (var found in Found(method))
            all.Aggregate(await found.RunAsync(new NullMessageSink(), bus, [], new ExceptionAggregator(), stop));
        return (all.Total - all.Failed - all.Skipped, all.Failed, all.Skipped);
    }

    sealed class Usual : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value)
        {
        }
    }

#pragma warning disable xUnit1000 // Not public on purpose: only the tests above run these, one of them fails.
    sealed class Sample
#pragma warning restore xUnit1000
    {
        [EachEngine]
        public void Plain(Engine engine) => Enum.IsDefined(engine).ShouldBeTrue();

        [EachEngine]
        [InlineData(1)]
        [InlineData(2)]
        public void WithRows(Engine engine, int row) => (Enum.IsDefined(engine) && row > 0).ShouldBeTrue();

        [EachEngine]
        public void WithoutEngine() => true.ShouldBeTrue();
    }
}
