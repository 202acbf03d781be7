using Vesper.Bench;

// One file a question; its name is the argument.
switch (args.FirstOrDefault())
{
    case "agenda":
        AgendaBench.Run();
        if (args.Length > 1) await AgendaDayBench.RunAsync(args[1]);
        return 0;
    case "writer": await WriterBench.RunAsync(); return 0;
    case "row-security": await RowSecurityBench.RunAsync(args[1]); return 0;
    case "reads": await ReadsBench.RunAsync(args[1], args.ElementAtOrDefault(2) ?? "supervisor"); return 0;
    case "check-in": await CheckInBench.RunAsync(args[1]); return 0;
    case "check-in-load": await CheckInBench.LoadForAsync(args[1]); return 0;
    case "import": await ImportBench.RunAsync(args[1]); return 0;
    case "load": await ReadsBench.LoadForAsync(args[1], args[2]); return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project bench/Vesper.Bench -- agenda [DATA_DIR] | writer | import EMPTY_DIR | check-in DATA_DIR | row-security POSTGRES | reads DATA_DIR [ACCOUNT]");
        return 2;
}
