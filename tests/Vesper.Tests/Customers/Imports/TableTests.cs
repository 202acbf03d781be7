using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vesper.Customers.Imports;
using Vesper.Kit.Http;

namespace Vesper.Tests.Customers.Imports;

/// <summary>Whatever somebody drops is a table or a refusal; never a fault.</summary>
public sealed class TableTests
{
    const string List = "公司名称,联系人,电话\r\n杭州云顶家居有限公司,王莉,13800001234\r\n台州海川木业,赵平,0576-88001234\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(List) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(List)] },
        { "GB18030", Lists.Gb18030.GetBytes(List) },
        { "utf-16LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(List)] },
        { "utf-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(List)] },
        { "utf-16LE", Encoding.Unicode.GetBytes(List) },
        { "utf-16BE", Encoding.BigEndianUnicode.GetBytes(List) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Letters_are_read_whatever_wrote_them(string charset, byte[] bytes)
    {
        Table.Look(bytes).Charset.ShouldBe(charset);
        var rows = Read(bytes);
        rows[0].Cells.ShouldBe(["公司名称", "联系人", "电话"]);
        rows[1].Cells[0].ShouldBe("杭州云顶家居有限公司");
        rows.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_separator_is_found_by_itself(char separator)
    {
        var text = List.Replace(',', separator).Replace("王莉", "\"王莉,采购;经理|财务\"", StringComparison.Ordinal);
        var rows = Read(Lists.Utf8(text));
        rows[1].Cells.ShouldBe(["杭州云顶家居有限公司", "王莉,采购;经理|财务", "13800001234"]);
    }

    [Fact]
    public void Quotes_line_ends_and_blanks_are_what_they_were_meant_to_be()
    {
        var rows = Read(Lists.Utf8("公司,备注\r\n\"云顶 \"\"家居\"\"\",\"两行\n备注\"\r  海川\u3000 木业  , x\n\n,\r\n\"和\tA\",\"\"\n"));
        rows.Select(row => row.Cells).ShouldBe([["公司", "备注"], ["云顶 \"家居\"", "两行 备注"], ["海川 木业", "x"], ["和 A", ""]]);
        rows[1].Line.ShouldBe(3); // it ends there
    }

    [Fact]
    public void A_quote_that_stays_open_is_named_with_its_row()
    {
        var refusal = Refused(() => Read(Lists.Utf8("公司,备注\n一,x\n二,\"没有关上" + string.Concat(Enumerable.Repeat("\n三,y,这里是很长的一行文字", 2000)))));
        refusal.Code.ShouldBe("import.quotes");
        refusal.Message.ShouldContain("row 3");
    }

    [Fact]
    public async Task A_workbook_is_read_as_it_looks()
    {
        var bytes = await Lists.Xlsx(["公司名称", "电话", "人数", "联系人"], [], ["云顶家居", 13800001234d, 120, "王\u0001莉"], ["=1+1", null, 1.5, ""]);
        var rows = Read(bytes);
        rows.Select(row => row.Line).ShouldBe([1, 3, 4]);
        rows[1].Cells.ShouldBe(["云顶家居", "13800001234", "120", "王莉"]);
        rows[2].Cells.ShouldBe(["'=1+1", "", "1.5", ""]);
    }

    [Fact]
    public async Task What_is_no_table_is_refused_by_what_it_is()
    {
        var book = await Lists.Xlsx(["公司"], ["云顶"]);
        Refused(() => Table.Look([0xD0, 0xCF, 0x11, 0xE0, 1, 2])).Code.ShouldBe("import.not-a-table");
        Refused(() => Table.Look(Lists.Utf8("%PDF-1.7"))).Code.ShouldBe("import.not-a-table");
        Refused(() => Table.Look(Zip(("readme.txt", "hello")))).Code.ShouldBe("import.not-a-table");
        Refused(() => Table.Look(book[..(book.Length / 2)])).Code.ShouldBe("import.broken");
        Refused(() => Table.Look([1, 0, 2, 0, 0, 0, 3, 0])).Code.ShouldBe("import.encoding");
        Refused(() => Table.Look([.. Lists.Utf8("公司\n"), 0xFF, 0xFF, 0xFF])).Code.ShouldBe("import.encoding");
        Refused(() => Read(Zip(("xl/workbook.xml", "<workbook"), ("[Content_Types].xml", "")))).Code.ShouldBe("import.broken");
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        // 300 MB of nothing in 300 KB, as it says itself.
        var bomb = Bomb(300);
        bomb.Length.ShouldBeLessThan(1_000_000);
        Refused(() => Table.Look(bomb)).Code.ShouldBe("import.unpacks");

        // It lies: its directory says one byte.
        var liar = Bomb(300);
        for (var i = 0; i + 4 <= liar.Length; i++)
            if (liar.AsSpan(i).StartsWith("PK\u0001\u0002"u8)) BitConverter.GetBytes(1u).CopyTo(liar, i + 24);
        var before = GC.GetAllocatedBytesForCurrentThread();
        IsTableOrRefusal(liar).ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);

        Refused(() => Table.Look(Zip([.. Enumerable.Range(0, 1500).Select(n => ($"xl/{n}.xml", ""))]))).Code.ShouldBe("import.unpacks");
    }

    [Fact]
    public void Any_bytes_are_a_table_or_a_refusal() => Prop
        .ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsTableOrRefusal(bytes))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_text_is_a_table_or_a_refusal() => Prop
        .ForAll(Gen.ArrayOf(Gen.Elements('"', ',', ';', '\t', '\n', '\r', ' ', '\'', '公', 'a', '1', '=', '\uD83C', '\uFEFF', '\0')).ToArbitrary(), letters => IsTableOrRefusal(Encoding.Unicode.GetBytes(letters)) && IsTableOrRefusal(Encoding.UTF8.GetBytes(letters)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public async Task Any_workbook_that_was_damaged_on_its_way_is_a_table_or_a_refusal()
    {
        var whole = await Lists.Xlsx(["公司", "电话"], ["云顶", 13800001234d], ["海川", "x"]);
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255))).ToArbitrary(), changes =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in changes) bytes[at] = (byte)value;
            return IsTableOrRefusal(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
        // What stands inside the parts, damaged before it is packed: the checksums hold, the XML does not.
        foreach (var sheet in new[] { "", "<", "<worksheet/>", "<worksheet><sheetData><row r=\"-1\"><c r=\"ZZZZZZ9\" t=\"s\"><v>99</v></c></row></sheetData></worksheet>", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>" })
            IsTableOrRefusal(Repacked(whole, "xl/worksheets/sheet1.xml", sheet)).ShouldBeTrue();
    }

    static bool IsTableOrRefusal(byte[] bytes)
    {
        try
        {
            foreach (var row in Read(bytes))
                if (row.Cells.Any(cell => cell.Any(letter => char.IsControl(letter) || letter == '\uFEFF') || cell != cell.Trim() || Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cell)) != cell)) return false;
            return true;
        }
        catch (Refusal)
        {
            return true;
        }
    }

    static List<TableRow> Read(byte[] bytes) => [.. Table.Rows(new MemoryStream(bytes), Table.Look(bytes))];

    static Refusal Refused(Action act) => Should.Throw<Refusal>(act);

    static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    static byte[] Bomb(int megabytes)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var book = zip.CreateEntry("xl/workbook.xml").Open()) book.Write("<workbook/>"u8);
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++) part.Write(zeros);
        }
        return stream.ToArray();
    }

    static byte[] Repacked(byte[] whole, string name, string text)
    {
        var stream = new MemoryStream();
        stream.Write(whole);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            using var part = zip.CreateEntry(name).Open();
            part.Write(Encoding.UTF8.GetBytes(text));
        }
        return stream.ToArray();
    }
}
