using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;

namespace Vesper.Customers;

/// <summary>A company the team sells to; the archive around it is the organisation's asset.</summary>
sealed class Customer : IOwned
{
    public Guid OrgId { get; init; }
    public Guid Id { get; init; }

    /// <summary>The rep who looks after it; nobody while it lies in the pool.</summary>
    public Guid? OwnerId { get; set; }
    public Guid TeamId { get; set; }

    /// <summary>Handed over lately: until this day who had it answers for it too, and may still look it up.</summary>
    public Guid? FormerOwnerId { get; set; }
    public DateOnly? FormerUntil { get; set; }
    public string Name { get; set; } = "";

    /// <summary>What the team calls it, the only name that the feed shows: 云顶家居.</summary>
    public string ShortName { get; set; } = "";

    /// <summary>统一社会信用代码, where it is known; see <see cref="Customers.CreditCode"/>.</summary>
    public string CreditCode { get; set; } = "";
    public string Industry { get; set; } = "";
    public int? Employees { get; set; }
    public string City { get; set; } = "";
    public string Address { get; set; } = "";

    /// <summary>The company's address in WGS-84 degrees, never a person's place.</summary>
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public Stage Stage { get; set; }

    /// <summary>Computed from the facts by <c>Grading</c>, kept for lists; the history stands in <see cref="GradeChange"/>.</summary>
    public Grade Grade { get; set; } = Grade.D;
    public DateOnly GradeSince { get; set; }

    /// <summary>The last day on which somebody's word holds the grade against the rule; null or past: the rule decides.</summary>
    public DateOnly? GradeHeldUntil { get; set; }

    /// <summary>The day of the coming fall that its owner was told of.</summary>
    public DateOnly? FallToldOn { get; set; }

    /// <summary>Visits in a row at which no key person was met; 2 and more raise KP未见 (D).</summary>
    public int VisitsWithoutKp { get; set; }
    public DateTimeOffset? LastVisitAt { get; set; }
    public string NextStep { get; set; } = "";
    public DateOnly? NextOn { get; set; }

    /// <summary>Where it came from, as the importer names it; the same twice is the same customer.</summary>
    public string? ExternalRef { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Newest first in every list.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
    public int Version { get; set; }

    /// <summary>Made by a rep in front of the door. Her position is the company's address, with consent only.</summary>
    public static Customer OnTheSpot(Guid id, Me me, NewCustomer input, DateTimeOffset now)
    {
        var (name, point) = (input.Name.Trim(), me.LocationConsent ? input.Point : null);
        return new()
        {
            OrgId = me.OrgId,
            Id = id,
            OwnerId = me.Id,
            TeamId = me.TeamId,
            Name = name,
            ShortName = input.ShortName?.Trim() is { Length: > 0 } shorter ? shorter : name[..Math.Min(name.Length, 40)],
            City = input.City?.Trim() ?? "",
            CreditCode = Customers.CreditCode.Of(input.CreditCode),
            Industry = input.Industry?.Trim() ?? "",
            Latitude = point?.Latitude,
            Longitude = point?.Longitude,
            GradeSince = me.DayOf(now),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }
}

sealed class CustomerMap : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("customers");
        customer.Property(c => c.Name).HasMaxLength(120);
        customer.Property(c => c.ShortName).HasMaxLength(40);
        customer.Property(c => c.CreditCode).HasMaxLength(18).HasDefaultValue("").ValueGeneratedNever();
        customer.Property(c => c.Industry).HasMaxLength(40);
        customer.Property(c => c.City).HasMaxLength(40);
        customer.Property(c => c.Address).HasMaxLength(200);
        customer.Property(c => c.NextStep).HasMaxLength(200);
        customer.Property(c => c.ExternalRef).HasMaxLength(120);
        customer.Property(c => c.Version).IsConcurrencyToken();
        // With the id, a page comes out of the index in its order and nothing is sorted.
        customer.HasIndex(c => new { c.OrgId, c.OwnerId, c.UpdatedAt, c.Id });
        customer.HasIndex(c => new { c.OrgId, c.TeamId, c.UpdatedAt, c.Id });
        customer.HasIndex(c => new { c.OrgId, c.ExternalRef }).IsUnique();
        customer.HasIndex(c => new { c.OrgId, c.CreditCode }).HasFilter("credit_code <> ''");
        customer.HasIndex(c => new { c.OrgId, c.FormerUntil }).HasFilter("former_until is not null");
    }
}

static class CustomerSets
{
    extension(Db db)
    {
        public DbSet<Customer> Customers => db.Set<Customer>();
        public DbSet<Contact> Contacts => db.Set<Contact>();
        public DbSet<Fact> Facts => db.Set<Fact>();
        public DbSet<Deal> Deals => db.Set<Deal>();
        public DbSet<GradeChange> GradeChanges => db.Set<GradeChange>();
    }
}

static class CustomerQueries
{
    /// <summary>Her own, those she handed over lately, and those of the units she leads. Everybody else's answer as if they were not there.</summary>
    public static IQueryable<Customer> VisibleTo(this IQueryable<Customer> customers, Me me) =>
        me.Sees.Count == 0
            ? customers.Of(me).Where(customer => customer.OwnerId == me.Id || customer.FormerOwnerId == me.Id)
            : customers.Of(me).Where(customer => customer.OwnerId == me.Id || customer.FormerOwnerId == me.Id || me.Sees.Contains(customer.TeamId));
}
