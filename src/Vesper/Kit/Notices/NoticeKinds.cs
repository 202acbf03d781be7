namespace Vesper.Kit.Notices;

/// <summary>
/// What a notice may be about. Each has its sentence <c>notice.&lt;kind&gt;</c> and its line in the settings <c>noticeKind.&lt;kind&gt;</c> in the web's words. Urgent ones ring
/// within working hours even where the member has set quiet ones; outside working hours nothing rings that she has not chosen.
/// </summary>
static class NoticeKinds
{
    /// <summary>火力支持: a teammate stands at a customer's and needs an answer now.</summary>
    public const string HelpNow = "help-now";

    /// <summary>Kind → urgent.</summary>
    public static readonly IReadOnlyDictionary<string, bool> All = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        [HelpNow] = true,
        ["help-answered"] = false,
        ["mention"] = false,
        ["comment"] = false,
        ["mission-planned"] = false,
        ["word-wanted"] = false,
        ["evidence-shared"] = false,
        ["journal-replied"] = false,
        ["commitment-due"] = false,
        ["location-looked"] = false,
        ["grade-falls"] = false,
        ["pool-soon"] = false,
        ["pool-released"] = false,
        ["customer-visited"] = false,
        ["customer-given"] = false,
        ["customer-taken"] = false,
        ["inventory-started"] = false,
        ["inventory-due"] = false,
        ["joint-planned"] = false,
        ["joint-changed"] = false,
        ["joint-dropped"] = false,
        ["joint-held"] = false,
        ["joint-debriefed"] = false,
        ["handover"] = false,
        ["export-asked"] = false,
        ["export-ready"] = false,
        ["dispute-raised"] = false,
        ["dispute-decided"] = false,
        ["dispute-appealed"] = false,
    };
}
