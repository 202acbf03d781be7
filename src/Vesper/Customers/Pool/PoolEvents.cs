using Vesper.Kit.Live;

namespace Vesper.Customers.Pool;

/// <summary>A customer went into the pool or came out of it. To the whole organisation, so it names none.</summary>
sealed record PoolChanged : IEvent
{
    public string Type => "pool.changed";
}

/// <summary>A customer has another owner, or none.</summary>
sealed record OwnerChanged(Guid CustomerId, Guid? FromId, Guid? ToId) : IEvent
{
    public const string Name = "owner.changed";

    public string Type => Name;
}
