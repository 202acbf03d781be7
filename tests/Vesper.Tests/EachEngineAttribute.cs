using System.ComponentModel;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Vesper.Tests;

/// <summary>
/// A test that runs once on each engine, which it takes as its first argument:
/// <code>[EachEngine] public async Task A_check_in_sent_twice_is_one_check_in(Engine engine)</code>
/// With <c>[InlineData]</c> or <c>[MemberData]</c> rows it runs rows × engines; the row fills the arguments after the engine.
/// An engine that is not to be had shows as skipped, or as failed where nothing may be skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Vesper.Tests.EachEngineDiscoverer", "Vesper.Tests")]
public sealed class EachEngineAttribute : FactAttribute;

public sealed class EachEngineDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var display = discoveryOptions.MethodDisplayOrDefault();
        var options = discoveryOptions.MethodDisplayOptionsOrDefault();

        if (testMethod.Method.GetParameters().FirstOrDefault()?.ParameterType.Name != typeof(Engine).FullName)
            return [new ExecutionErrorTestCase(diagnostics, display, options, testMethod, "[EachEngine] needs `Engine engine` as the first argument of the test")];

        return from row in Rows(testMethod.Method.ToRuntimeMethod())
               from engine in Enum.GetValues<Engine>()
               select new EachEngineTestCase(diagnostics, display, options, testMethod, [engine, .. row]);
    }

    static List<object?[]> Rows(MethodInfo method)
    {
        var data = method.GetCustomAttributes<DataAttribute>().ToList();
        return data.Count == 0 ? [[]] : [.. data.SelectMany(rows => rows.GetData(method))];
    }
}

public sealed class EachEngineTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For xunit, which makes it and then calls Deserialize")]
    public EachEngineTestCase()
    {
    }

    public EachEngineTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object?[] arguments)
        : base(diagnostics, display, options, method, arguments)
    {
    }

    string? Missing => EngineSupply.Missing((Engine)TestMethodArguments[0]);

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? (EngineSupply.NothingSkipped ? null : Missing);

    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        // An error known beforehand fails the test without entering it.
        if (Missing is { } reason && SkipReason is null) aggregator.Add(new InvalidOperationException(reason));
        return base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }
}
