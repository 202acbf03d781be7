using Vesper.Customers;
using Vesper.Kit.Access;
using Vesper.Kit.Geo;

namespace Vesper.Field;

/// <summary>What a tap at a customer becomes.</summary>
static class CheckIn
{
    /// <summary>
    /// The visit that begins, with what the phone said of it. It belongs to the day it was made: a queue that was offline overnight changes no day. Without
    /// consent, or when she is off work and did not switch it on, the point is dropped before anything is saved (L).
    /// </summary>
    public static Visit Place(Guid id, Me me, Customer customer, NewCheckIn input, PhoneTime time, bool keepPoint, IReadOnlyList<Photo> photos, Visit? before, EvidenceOptions options)
    {
        var point = me.LocationConsent && keepPoint ? input.Point : null;
        var sighting = new Sighting(point?.ToPoint(), point?.Accuracy ?? 0, time.At, time.SentAt, time.Now, OtherProof: photos.Count > 0);
        var evidence = Evidence.Of(sighting, Door(customer), before is null ? null : Seen(before), options);
        return new Visit
        {
            OrgId = me.OrgId,
            Id = id,
            MemberId = me.Id,
            TeamId = me.TeamId,
            CustomerId = customer.Id,
            Day = me.DayOf(time.At),
            CheckedInAt = time.Now,
            DeviceAt = time.At,
            SentAt = time.SentAt,
            Latitude = point?.Latitude,
            Longitude = point?.Longitude,
            Accuracy = point?.Accuracy,
            PointKept = point is null ? null : PointKept.Exact,
            OutsideHours = input.OutsideHours,
            PhotoIds = [.. photos.Select(photo => photo.Id)],
            Purpose = input.Purpose?.Trim() ?? "",
            EvidenceLevel = evidence.Level,
            EvidenceReasons = evidence.Reasons,
        };
    }

    static Sighting Seen(Visit visit) => new(
        visit is { Latitude: { } north, Longitude: { } east } ? new Point(north, east) : null, visit.Accuracy ?? 0, visit.DeviceAt, visit.CheckedInAt, visit.CheckedInAt);

    static Doorstep Door(Customer customer) => new(customer is { Latitude: { } north, Longitude: { } east } ? new Point(north, east) : null);
}
