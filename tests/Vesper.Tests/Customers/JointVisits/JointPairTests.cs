using Vesper.Customers.JointVisits;
using Vesper.Field;

namespace Vesper.Tests.Customers.JointVisits;

public sealed class JointPairTests
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_nearest_two_within_the_hour_are_the_pair()
    {
        var (early, near) = (At(-50), At(10));
        JointPair.Of([early, near], [At(0)], new())!.Value.Rep.Id.ShouldBe(near.Id);
        JointPair.Of([At(-60)], [At(0)], new()).ShouldNotBeNull();
        JointPair.Of([At(-61)], [At(0)], new()).ShouldBeNull();
        JointPair.Of([], [At(0)], new()).ShouldBeNull();
    }

    static Visit At(int minutes) => new() { Id = Guid.CreateVersion7(), DeviceAt = Noon.AddMinutes(minutes) };
}
