using Vesper.Kit.Http;

namespace Vesper.Customers.Inventories;

/// <summary>有机会 · 陪访 · 培育 · 释放 (S).</summary>
enum Verdict { Chance, Joint, Nurture, Release }

/// <summary>
/// Planned: its next step is what was agreed. Joint: so it is, and a joint visit stands in both plans. Released: it lies in the pool. Kept: there is no pool, so it stays with her, without a next step, until a supervisor gives it to somebody.
/// Gone: it was not hers any more.
/// </summary>
enum InventoryEffect { Planned, Joint, Released, Kept, Gone }

static class Verdicts
{
    /// <summary>What is kept needs a next action with its day; what is let go needs none.</summary>
    /// <exception cref="Refusal"><c>inventory.next</c> · <c>inventory.signed</c></exception>
    public static void Check(NewInventoryVerdict said, DateOnly today, bool signed)
    {
        if (said.Verdict is Verdict.Release)
        {
            if (signed) throw new Refusal("inventory.signed", "This customer has signed; hand it over instead.");
            return;
        }
        if (string.IsNullOrWhiteSpace(said.NextAction) || said.NextOn is not { } on || on < today || on > today.AddDays(366))
            throw new Refusal("inventory.next", "What is to be done next, and on which day of the coming year?");
    }
}
