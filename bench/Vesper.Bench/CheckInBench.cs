using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Vesper.Bench;

/// <summary>
/// The check-in as a phone sends it, from HTTP to the durable commit with rights, working hours, evidence, feed line and event, on a copy of a folder of data: every rep
/// and lead of the demo in turn, each at her own customers, with a position and without a photo; 16 connections of a second process on loopback. What follows from a
/// check-in (consumers, listeners) runs beside it and is counted in. The floor is the writer bench's: single-row commits on the same disk in the same run.
/// </summary>
static class CheckInBench
{
    const int Connections = 16, Warm = 2_000, Each = 6_000;

    public static async Task RunAsync(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("vesper-bench-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder, "vesper.db*")) File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
            var floor = WriterBench.SingleCommits(Path.Combine(copy.FullName, "floor.db"));
            await using var app = await BenchServer.StartAsync(copy.FullName, new Dictionary<string, byte[]>());

            using var load = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["check-in-load", app.Urls.First()]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true })!;
            var reps = await load.StandardOutput.ReadLineAsync(); // signed in and warm
            using var me = Process.GetCurrentProcess();
            var before = me.TotalProcessorTime;
            await load.StandardInput.WriteLineAsync();
            var said = (await load.StandardOutput.ReadToEndAsync()).Split(' ');
            await load.WaitForExitAsync();
            me.Refresh();
            var (rate, p99) = (double.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture));
            Console.WriteLine($"floor    {floor,8:N0} single-row commits/s by one SQLite writer, synchronous=FULL");
            Console.WriteLine($"check-in {rate,8:N0}/s over HTTP by {reps} reps, p99 {p99:N1} ms, {(me.TotalProcessorTime - before).TotalMicroseconds / Each:N0} µs of the server's processor each");
            Console.WriteLine($"ratio    {rate / floor,8:N2}  (budget ≥ 1.0, p99 ≤ 25 ms)");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            copy.Delete(recursive: true);
        }
    }

    /// <summary>The load itself: signs everybody in, warms up, says so, and begins when told.</summary>
    public static async Task LoadForAsync(string url)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = Connections }) { BaseAddress = new(url) };
        var reps = new List<Rep>();
        foreach (var account in (string[])["rep", "rep2", "rep3", .. Enumerable.Range(1, 200).Select(n => $"member{n}")])
            if (await SignInAsync(http, account) is { } rep && await CheckInAsync(http, rep, 0)) reps.Add(rep); // who is on leave stays at home

        await SendAsync(http, reps, Warm);
        Console.WriteLine(reps.Count);
        Console.ReadLine();
        var started = Stopwatch.GetTimestamp();
        var times = await SendAsync(http, reps, Each);
        Console.Write(FormattableString.Invariant($"{times.Length / Stopwatch.GetElapsedTime(started).TotalSeconds:F1} {times[times.Length * 99 / 100]:F2}"));
    }

    static async Task<double[]> SendAsync(HttpClient http, List<Rep> reps, int many)
    {
        var sent = 0;
        var all = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            var times = new List<double>();
            while (Interlocked.Increment(ref sent) is var n && n <= many)
            {
                var now = Stopwatch.GetTimestamp();
                if (!await CheckInAsync(http, reps[n % reps.Count], n / reps.Count)) throw new InvalidOperationException("A check-in was refused.");
                times.Add(Stopwatch.GetElapsedTime(now).TotalMilliseconds);
            }
            return times;
        }));
        return [.. all.SelectMany(times => times).Order()];
    }

    static async Task<bool> CheckInAsync(HttpClient http, Rep rep, int n)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/check-ins/{Guid.CreateVersion7()}")
        {
            Content = JsonContent.Create(new
            {
                customerId = rep.Customers[n % rep.Customers.Length], deviceAt = TimeProvider.System.GetUtcNow(),
                point = new { latitude = 30.2 + (n * 1e-6), longitude = 120.2, accuracy = 20.0 },
            }),
        };
        request.Headers.Add("Cookie", rep.Cookie);
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode == 201;
    }

    /// <summary>Nobody when the name is unknown, or hers is another work.</summary>
    static async Task<Rep?> SignInAsync(HttpClient http, string account)
    {
        using var signedIn = await http.PostAsJsonAsync("/api/session", new { account, password = "vesper-demo" });
        if (!signedIn.IsSuccessStatusCode) return null;
        var cookie = string.Join("; ", signedIn.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
        if ((await GetAsync("/api/me")).GetProperty("role").GetString() is not ("rep" or "lead")) return null;
        string[] customers = [.. (await GetAsync("/api/customers")).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
        return customers.Length == 0 ? null : new(cookie, customers);

        async Task<JsonElement> GetAsync(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", cookie } } };
            using var answer = await http.SendAsync(request);
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        }
    }

    sealed record Rep(string Cookie, string[] Customers);
}
