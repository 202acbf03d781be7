using System.Collections.Concurrent;

namespace Vesper.Tests;

/// <summary>The product under test. One server an engine serves all tests of a run; each test makes an organisation of its own.</summary>
public sealed class Vesper
{
    static readonly ConcurrentDictionary<Engine, Lazy<Task<Support.Server>>> Shared = new();

    internal async Task<Support.Server> On(Engine engine) =>
        await Shared.GetOrAdd(engine, _ => new(() => Support.Server.StartAsync(engine))).Value;

    /// <summary>A server for this test alone, with a clock it may set; dispose it.</summary>
    internal Task<Support.Server> AloneOn(Engine engine, params (string Key, string Value)[] settings) => Support.Server.StartAsync(engine, settings);
}
