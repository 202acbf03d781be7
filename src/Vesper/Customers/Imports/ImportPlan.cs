using Microsoft.EntityFrameworkCore;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;
using Vesper.Teams;

namespace Vesper.Customers.Imports;

/// <summary>Somebody a row may name as its owner.</summary>
sealed record ImportOwner(Guid Id, Guid UnitId, string Name);

/// <summary>What becomes of a row: a customer, with a person or without, or what keeps it out.</summary>
sealed record PlannedRow(ReadRow? Row, ImportOwner? Owner);

/// <summary>Decides row by row what a list would make. The preview and the import are the same decision; only the second writes it down.</summary>
sealed class ImportPlan(CustomerImport import, Me me, KnownCompanies known, IReadOnlyList<ImportOwner> owners, ImportOwner? usual, int? room)
{
    int? _room = room;

    /// <param name="room">How many she may still take herself; null: no limit.</param>
    public static async Task<ImportPlan> OfAsync(Db db, CustomerImport import, Me me, KnownCompanies known, int? room, CancellationToken stop)
    {
        var sees = me.Sees;
        var owners = await db.Members.Of(me)
            .Where(member => member.State == MemberState.Active && (member.Id == me.Id || (sees.Contains(member.UnitId)
                && (member.Role == Role.Rep || member.Role == Role.Lead || member.Role == Role.Supervisor || member.Role == Role.Manager))))
            .Select(member => new { member.Id, member.UnitId, member.Name, member.ShortName }).ToListAsync(stop);
        var usual = import.To switch
        {
            ImportTo.Pool => null,
            ImportTo.Me => owners.Find(owner => owner.Id == me.Id),
            _ => owners.Find(owner => owner.Id == import.ToId) ?? throw new Refusal("import.member", "This member does not look after customers, or not in your units."),
        };
        List<ImportOwner> named = [.. owners.Select(owner => new ImportOwner(owner.Id, owner.UnitId, owner.Name)), .. owners.Select(owner => new ImportOwner(owner.Id, owner.UnitId, owner.ShortName))];
        return new(import, me, known, named, usual is null ? null : new(usual.Id, usual.UnitId, usual.ShortName), room);
    }

    public PlannedRow Next(TableRow cells, List<ImportIssue> issues)
    {
        if (ImportRow.Read(cells, import.Fields, import.Headings, issues) is not { } row) return new(null, null);
        var owner = usual;
        if (row.Owner.Length > 0)
        {
            // Two of one name: nobody is guessed.
            var called = owners.Where(one => string.Equals(one.Name, row.Owner, StringComparison.OrdinalIgnoreCase)).DistinctBy(one => one.Id).ToList();
            if (called.Count != 1) return Out(ImportProblem.OwnerUnknown, ImportField.Owner, row.Owner);
            owner = called[0];
        }
        if (known.Find(row.Name, row.City, row.Phone) is { } there) return Out(there, ImportField.Name, row.Name);
        if (owner?.Id == me.Id && _room is { } left)
        {
            if (left <= 0) return Out(ImportProblem.Full, ImportField.Name, row.Name);
            _room = left - 1;
        }
        known.Add(row.Name, row.City, row.Phone);
        return new(row, owner);

        PlannedRow Out(ImportProblem problem, ImportField field, string value)
        {
            var column = import.Fields.ToList().IndexOf(field);
            issues.Add(ImportRow.Issue(row.Line, problem, column < 0 ? "" : import.Headings[column], value));
            return new(null, null);
        }
    }

    public Customer Customer(ReadRow row, ImportOwner? owner, DateTimeOffset now) => new()
    {
        OrgId = import.OrgId, Id = CustomerImport.IdOf(import.Id, row.Line), OwnerId = owner?.Id, TeamId = owner?.UnitId ?? me.TeamId, Name = row.Name,
        ShortName = row.ShortName.Length > 0 ? row.ShortName : ImportRow.Cut(row.Name, 40), City = row.City, Industry = row.Industry, Employees = row.Employees, Address = row.Address,
        NextStep = row.NextStep, NextOn = row.NextOn, GradeSince = me.DayOf(now), CreatedAt = now, UpdatedAt = now,
    };

    /// <summary>Where a person's data came from stands with it (L): the list.</summary>
    public Contact? Person(ReadRow row) => row.Contact.Length == 0 ? null : new()
    {
        OrgId = import.OrgId, Id = CustomerImport.IdOf(import.Id, row.Line), CustomerId = CustomerImport.IdOf(import.Id, row.Line), Name = row.Contact, Title = row.Title,
        Phone = row.Phone, Source = ImportRow.Cut($"导入 {import.FileName}", 80),
    };
}
