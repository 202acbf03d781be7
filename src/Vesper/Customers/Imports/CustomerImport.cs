using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Data;

namespace Vesper.Customers.Imports;

/// <summary>Read: the file is here and nobody's customer yet.</summary>
enum ImportState { Read, Running, Done, Undoing, Undone }

/// <summary>Who looks after the rows that name no owner.</summary>
enum ImportTo { Me, Member, Pool }

/// <summary>A list somebody dropped, from its file to its undoing. Each batch moves it on in its own transaction, so a server that died goes on where it was.</summary>
sealed class CustomerImport : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public Guid MemberId { get; init; }
    public string FileName { get; init; } = "";

    /// <summary>Null once the file is cleared away; what came of it stays.</summary>
    public Guid? FileId { get; set; }
    public TableKind Kind { get; init; }
    public string Charset { get; init; } = "";
    public string Separator { get; init; } = ",";
    public int HeadingLine { get; init; }
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>What stands in the first rows, column by column.</summary>
    public IReadOnlyList<string> Samples { get; set; } = [];
    public IReadOnlyList<ImportField> Fields { get; set; } = [];
    public ImportTo To { get; set; }
    public Guid? ToId { get; set; }
    public ImportState State { get; set; }

    /// <summary>Rows with something in them, the headings apart.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that are through; undoing counts them anew.</summary>
    public int Done { get; set; }
    public int Made { get; set; }

    /// <summary>Made, and taken back.</summary>
    public int Removed { get; set; }

    /// <summary>The first of what stayed out and why.</summary>
    public IReadOnlyList<ImportIssue> Issues { get; set; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    public TableShape Shape => new(Kind, Charset, Separator[0]);

    /// <summary>
    /// The customer a row becomes, and her contact: the import's own beginning and the row's number (UUID v8), so that a row makes one customer however often it is read, and
    /// all of an import are one range.
    /// </summary>
    public static Guid IdOf(Guid import, int line)
    {
        var bytes = SHA256.HashData(import.ToByteArray(bigEndian: true)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], line);
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>What a heading meant the last time somebody said so; Id follows from it.</summary>
sealed class ImportHeading : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }
    public string Heading { get; init; } = "";
    public ImportField Field { get; set; }

    public static Guid IdOf(string folded) => new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(folded)).AsSpan(0, 16));
}

sealed class CustomerImportMap : IEntityTypeConfiguration<CustomerImport>
{
    public void Configure(EntityTypeBuilder<CustomerImport> import)
    {
        import.ToTable("customer_imports").HasIndex(i => new { i.OrgId, i.MemberId, i.CreatedAt });
        import.Ignore(i => i.Shape);
        import.Property(i => i.FileName).HasMaxLength(120);
        import.Property(i => i.Charset).HasMaxLength(20);
        import.Property(i => i.Separator).HasMaxLength(1);
        import.Property(i => i.Headings).AsJson();
        import.Property(i => i.Samples).AsJson();
        import.Property(i => i.Fields).AsJson();
        import.Property(i => i.Issues).AsJson();
    }
}

sealed class ImportHeadingMap : IEntityTypeConfiguration<ImportHeading>
{
    public void Configure(EntityTypeBuilder<ImportHeading> heading) => heading.ToTable("import_headings").Property(h => h.Heading).HasMaxLength(40);
}

static class ImportSets
{
    extension(Db db)
    {
        public DbSet<CustomerImport> CustomerImports => db.Set<CustomerImport>();
        public DbSet<ImportHeading> ImportHeadings => db.Set<ImportHeading>();
    }
}
