using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Vesper.Bench;

/// <summary>
/// The check-in as a phone sends it, from HTTP to the durable commit with rights, evidence, feed line and event, on a copy of a folder of data; 16 connections of
/// a second process on loopback, three reps. The floor is the writer bench's: single-row commits on the same disk in the same run.
/// </summary>
static class CheckInBench
{
    const int Connections = 16, Warm = 400, Each = 4000;

    static readonly string[] Reps = ["rep", "rep2", "rep3"];

    public static async Task RunAsync(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("vesper-bench-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "vesper.db*")) File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
            var floor = WriterBench.SingleCommits(Path.Combine(copy.FullName, "floor.db"));
            await using var app = await BenchServer.StartAsync(copy.FullName, new Dictionary<string, byte[]>());
            var url = app.Urls.First();

            using var me = Process.GetCurrentProcess();
            await LoadAsync(url, Warm);
            me.Refresh();
            var before = me.TotalProcessorTime;
            var (rate, p99) = await LoadAsync(url, Each);
            me.Refresh();
            Console.WriteLine($"floor    {floor,8:N0} single-row commits/s by one SQLite writer, synchronous=FULL");
            Console.WriteLine($"check-in {rate,8:N0}/s over HTTP, p99 {p99:N1} ms, {(me.TotalProcessorTime - before).TotalMicroseconds / Each:N0} µs of the server's processor each");
            Console.WriteLine($"ratio    {rate / floor,8:N2}  (budget ≥ 1.0, p99 ≤ 25 ms)");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            copy.Delete(recursive: true);
        }
    }

    static async Task<(double Rate, double P99)> LoadAsync(string url, int many)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["check-in-load", url, many.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var load = Process.Start(start)!;
        var said = (await load.StandardOutput.ReadToEndAsync()).Split(' ');
        await load.WaitForExitAsync();
        return (double.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The load itself.</summary>
    public static async Task LoadForAsync(string url, int many)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = Connections }) { BaseAddress = new(url) };
        var reps = new List<(string Cookie, string[] Customers)>();
        foreach (var account in Reps) reps.Add(await SignInAsync(http, account));

        var sent = 0;
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async connection =>
        {
            var (times, (cookie, customers)) = (new List<double>(), reps[connection % reps.Count]);
            while (Interlocked.Increment(ref sent) is var n && n <= many)
            {
                var now = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/check-ins/{Guid.CreateVersion7()}")
                {
                    Content = JsonContent.Create(new
                    {
                        customerId = customers[n % customers.Length], deviceAt = TimeProvider.System.GetUtcNow(), outsideHours = true,
                        point = new { latitude = 30.2 + (n * 1e-6), longitude = 120.2, accuracy = 20.0 },
                    }),
                };
                request.Headers.Add("Cookie", cookie);
                using var answer = await http.SendAsync(request);
                if ((int)answer.StatusCode != 201) throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
                times.Add(Stopwatch.GetElapsedTime(now).TotalMilliseconds);
            }
            return times;
        }));
        var sorted = all.SelectMany(times => times).Order().ToArray();
        Console.Write(FormattableString.Invariant($"{sorted.Length / Stopwatch.GetElapsedTime(started).TotalSeconds:F1} {sorted[sorted.Length * 99 / 100]:F2}"));
    }

    static async Task<(string Cookie, string[] Customers)> SignInAsync(HttpClient http, string account)
    {
        var signedIn = await http.PostAsJsonAsync("/api/session", new { account, password = "vesper-demo" });
        signedIn.EnsureSuccessStatusCode();
        var cookie = string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/customers") { Headers = { { "Cookie", cookie } } };
        using var answer = await http.SendAsync(request);
        var rows = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("items").EnumerateArray();
        return (cookie, [.. rows.Select(row => row.GetProperty("id").GetString()!)]);
    }
}
