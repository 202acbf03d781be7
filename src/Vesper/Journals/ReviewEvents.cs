using Vesper.Kit.Live;

namespace Vesper.Journals;

/// <summary>A review was closed. To the team, or for one held one-to-one to the member alone. Its promises become commitments.</summary>
sealed record ReviewClosed(Guid ReviewId, Guid CustomerId, ReviewWith With) : IEvent
{
    public const string Name = "review.closed";

    public string Type => Name;
}
