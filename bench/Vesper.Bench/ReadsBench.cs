using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Vesper.Bench;

/// <summary>
/// The pages people open most, on whatever data a folder holds (`vesper demo --customers 20000 --members 100 --visits 200000 --data DIR`), each against a bare
/// endpoint behind the same sign-in that returns the same bytes from memory: requests a second, and the server's own processor time a request, which says the same
/// more quietly when other programs run. 16 connections from a second process, on loopback.
/// </summary>
static class ReadsBench
{
    const int Seconds = 4;

    static readonly (string Name, string Path, double Budget)[] Pages =
    [
        ("feed page", "/api/feed", 0.30),
        ("customers page", "/api/customers", 0.30),
        ("customer detail", "/api/customers/{id}", 0.20),
        ("search, 2 characters", "/api/customers?q=家具", 0.15),
        ("feed search, 2", "/api/feed/found?q=经理", 0.15),
        ("feed search, 4", "/api/feed/found?q=外贸经理", 0.15),
        ("journal search, 2", "/api/journals?of=team&q=案例", 0.15),
        ("tonight's agenda", "/api/evenings/tonight", 0),
    ];

    public static async Task RunAsync(string folder, string account)
    {
        var copies = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        await using var app = await BenchServer.StartAsync(folder, copies);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new(app.Urls.First()) };
        var signedIn = await http.PostAsJsonAsync("/api/session", new { account, password = "vesper-demo" });
        signedIn.EnsureSuccessStatusCode();
        var cookie = string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var customer = JsonDocument.Parse(await http.GetStringAsync("/api/customers")).RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;

        Console.WriteLine($"{"page",-22}{"bytes",8}{"floor/s",10}{"page/s",10}{"p99 ms",9}{"ratio",8}{"floor µs",10}{"page µs",9}{"ratio",8}{"budget",8}");
        foreach (var (name, template, budget) in Pages)
        {
            var path = template.Replace("{id}", customer, StringComparison.Ordinal);
            var bytes = copies["/floor"] = await http.GetByteArrayAsync(path);
            var floor = await LoadAsync(http.BaseAddress + "api/floor", cookie);
            var page = await LoadAsync(http.BaseAddress + path.TrimStart('/'), cookie);
            Console.WriteLine($"{name,-22}{bytes.Length,8:N0}{floor.Rate,10:N0}{page.Rate,10:N0}{page.P99,9:N1}{page.Rate / floor.Rate,8:N2}{floor.Processor,10:N0}{page.Processor,9:N0}{floor.Processor / page.Processor,8:N2}{(budget == 0 ? "" : $"≥ {budget:N2}"),8}");
        }
    }

    /// <summary>Starts this program once more as the load, and reads what it measured.</summary>
    static async Task<(double Rate, double P99, double Processor)> LoadAsync(string url, string cookie)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["load", url, cookie]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var me = Process.GetCurrentProcess();
        var before = me.TotalProcessorTime;
        using var load = Process.Start(start)!;
        var said = (await load.StandardOutput.ReadToEndAsync()).Split(' ');
        await load.WaitForExitAsync();
        me.Refresh();
        double Said(int i) => double.Parse(said[i], System.Globalization.CultureInfo.InvariantCulture);
        return (Said(0), Said(1), (me.TotalProcessorTime - before).TotalMicroseconds / Said(2));
    }

    /// <summary>The load itself: a second to warm up, four to measure.</summary>
    public static async Task LoadForAsync(string url, string cookie)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = 16 });
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var warm = await GetForAsync(1);
        var times = await GetForAsync(Seconds);
        Console.Write(FormattableString.Invariant($"{times.Length / (double)Seconds:F1} {times[times.Length * 99 / 100]:F2} {warm.Length + times.Length}"));

        async Task<double[]> GetForAsync(int seconds)
        {
            var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
            var clients = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
            {
                var mine = new List<double>();
                while (Stopwatch.GetTimestamp() < until)
                {
                    var sent = Stopwatch.GetTimestamp();
                    (await http.GetByteArrayAsync(url)).Length.ShouldNotBeZero(url);
                    mine.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                }
                return mine;
            }));
            return [.. (await Task.WhenAll(clients)).SelectMany(mine => mine).Order()];
        }
    }

    static void ShouldNotBeZero(this int length, string url)
    {
        if (length == 0) throw new InvalidOperationException($"{url} answered nothing.");
    }
}
