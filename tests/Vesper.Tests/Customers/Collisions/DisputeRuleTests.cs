using Vesper.Customers.Collisions;

namespace Vesper.Tests.Customers.Collisions;

public sealed class DisputeRuleTests
{
    static readonly DateTimeOffset May = new(2026, 5, 4, 2, 0, 0, TimeSpan.Zero), June = May.AddDays(30);

    [Fact]
    public void Protection_comes_before_everything()
    {
        Of(new(true, null, June), new(false, May, May)).ShouldBe((DisputeSide.Owner, DisputeGround.Protection));
        Of(new(false, May, May), new(true, null, June)).ShouldBe((DisputeSide.Raiser, DisputeGround.Protection));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Else_the_earlier_visit_with_a_key_person(bool both)
    {
        Of(new(both, June, May), new(both, May, June)).ShouldBe((DisputeSide.Raiser, DisputeGround.VisitWithKp));
        Of(new(both, null, May), new(both, June, June)).ShouldBe((DisputeSide.Raiser, DisputeGround.VisitWithKp));
        Of(new(both, May, June), new(both, null, May)).ShouldBe((DisputeSide.Owner, DisputeGround.VisitWithKp));
    }

    [Fact]
    public void Else_the_earlier_registration_and_whoever_has_it_where_nothing_tells_them_apart()
    {
        Of(new(false, null, June), new(false, null, May)).ShouldBe((DisputeSide.Raiser, DisputeGround.Registration));
        Of(new(false, May, May), new(false, May, June)).ShouldBe((DisputeSide.Owner, DisputeGround.Registration));
        Of(new(false, null, May), new(false, null, May)).ShouldBe((DisputeSide.Owner, DisputeGround.Registration));
    }

    static (DisputeSide, DisputeGround) Of(DisputeClaim owner, DisputeClaim raiser) => (DisputeRule.Of(owner, raiser).Side, DisputeRule.Of(owner, raiser).Ground);
}
