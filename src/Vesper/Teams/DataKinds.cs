using static Vesper.Kit.Source;
using static Vesper.Teams.DataViewer;

namespace Vesper.Teams;

/// <summary>
/// 谁能看到我的数据: the one list of what is kept about a member. A test reads the model and fails for a column that names a member and stands in no line of it.
/// </summary>
static class DataKinds
{
    public static IReadOnlyList<DataKind> All { get; } =
    [
        new("account", null, D, [Me, Supervisor, Managers, Hr, Admin], ["members.id", "accounts.id", "welcomes.id"]),
        new("sessions", 30, D, [Me], []),
        new("points", 90, D, [Me, Supervisor], ["visits.member_id"]),
        new("looks", null, D, [Me], ["location_looks.member_id", "location_looks.looker_id"]),
        new("consent", null, L, [Me], ["location_consents.member_id"]),
        // Whoever vouched for a visit is named in it; the visit, and its place, are its maker's.
        new("visits", null, D, [Me, Team, Supervisor, Managers], ["visits.member_id"]) { Mentions = ["visits.word_by"] },
        new("plans", null, D, [Me], ["planned_visits.member_id", "dismissed_proposals.member_id"]),
        new("calls", null, D, [Me, Team, Supervisor, Managers], ["calls.member_id"]),
        new("feed", null, D, [Me, Team, Supervisor, Managers], ["feed_items.member_id", "feed_comments.member_id", "feed_reads.member_id", "reactions.member_id"])
        {
            Mentions = ["feed_items.mention_ids", "feed_comments.mention_ids"],
        },
        new("photos", null, D, [Me, Team, Supervisor], ["photos.member_id"]),
        new("journals", null, D, [Me, Team, Supervisor, Managers],
            ["journals.member_id", "journal_replies.author_id", "proposal_answers.member_id", "journal_templates.member_id"]),
        new("coaching", null, D, [Me, Supervisor, Managers], ["journal_replies.journal_id"]),
        new("reviews", null, D, [Me, Team, Supervisor, Managers], ["reviews.host_id", "reviews.member_id"]),
        new("missions", null, D, [Me, Team, Supervisor, Managers], ["missions.planned_by", "mission_routes.member_id", "mission_stops.member_id"]),
        new("customers", null, D, [Me, Supervisor, Managers], ["customers.owner_id", "customers.former_owner_id", "handovers.member_id", "handover_items.to_id", "deals.owner_id", "facts.member_id", "grade_changes.member_id", "pool_moves.from_id", "pool_moves.to_id", "pool_clocks.owner_id", "disputes.owner_id", "disputes.raiser_id"]) { Mentions = ["pool_moves.by_id", "handovers.started_by", "handover_items.from_signed_by", "offers.made_by", "offer_showings.shown_by", "payments.noted_by", "grade_words.said_by", "stage_moves.moved_by", "disputes.decided_by_id", "disputes.appealed_by_id", "disputes.final_by_id"] },
        new("imports", null, D, [Me], ["customer_imports.member_id"]) { Mentions = ["customer_imports.to_id"] },
        new("inventories", null, D, [Me, Supervisor, Managers], ["inventories.member_id", "inventories.host_id", "inventory_lines.judged_by_id"]) { Mentions = ["inventories.people_ids"] },
        new("jointVisits", null, D, [Me, Supervisor, Managers], ["joint_visits.member_id", "joint_visits.companion_id"]),
        new("exports", null, D, [Me, Supervisor, Managers, Admin], ["customer_exports.member_id"]) { Mentions = ["customer_exports.decided_by"] },
        new("evenings", null, D, [Me, Team, Supervisor, Managers],
            ["evenings.host_id", "attendances.member_id", "agenda_items.member_id", "agenda_subjects.member_id", "cases.member_id", "case_advisers.member_id", "advices.author_id", "stories.member_id", "story_thanks.member_id"]),
        new("commitments", null, D, [Me, Team, Supervisor, Managers], ["commitments.member_id"]),
        new("relief", 1, S, [Team], ["relief_turns.member_id"]) { LeftOut = true },
        new("leaves", null, D, [Me, Supervisor, Managers, Hr, Admin], ["leaves.member_id"]),
        new("notices", 90, D, [Me], ["notices.member_id"]),
        new("ringing", null, D, [Me], ["notice_settings.id", "push_subscriptions.member_id"]),
        new("log", null, D, [Nobody], []) { LeftOut = true },
    ];

    /// <summary>
    /// What an export may show of a table that is not hers alone: the archive is the company's, so of customers she gets the names only, and secrets are nobody's.
    /// A table that is not here is exported whole.
    /// </summary>
    public static IReadOnlyDictionary<string, string[]> Only { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["accounts"] = ["id", "user_name", "lockout_end", "access_failed_count"],
        ["welcomes"] = ["id", "expires_at"],
        ["customers"] = ["id", "short_name", "created_at", "updated_at"],
        ["customer_imports"] = ["id", "file_name", "state", "rows", "made", "removed", "created_at"],
        ["facts"] = ["id", "customer_id", "kind", "visit_id", "seen_on"],
        ["push_subscriptions"] = ["id"],
    };
}
