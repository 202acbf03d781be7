namespace Vesper.Teams;

/// <summary>
/// The words a member says yes to, by version. An old version stays as it was, since somebody agreed to it; a change is a new one below. One that asks anew (another
/// purpose, other viewers) ends every earlier yes (L: PIPL art. 14).
/// </summary>
sealed record LocationText(int Version, DateOnly Since, bool AsksAnew, string Chinese, string English)
{
    public static IReadOnlyList<LocationText> All { get; } =
    [
        new(1, new(2026, 11, 22), AsksAnew: false,
            """
            什么时候：只在你点「签到」的那一下，手机给出一个位置和它的误差。不记录轨迹，后台不取位置。
            为什么：证明这次拜访，并在附近的客户里先列出这一家。不用于考勤、排名、淘汰或处罚。
            谁能看：你自己。直属主管只有写下原因才能看一次，你马上收到通知，这里一直留着记录。队友、经理、人事和管理员都看不到坐标。
            留多久：24 小时内变成约 100 米的方格，90 天内删除。
            不同意也一样：用门头照片、客户签字或主管证明签到，其他什么都不变。随时可以收回，收回时可以把已留下的位置马上删掉。
            """,
            """
            When: only at the moment you tap check-in, the phone gives one position and its accuracy. No track, nothing in the background.
            Why: to show that you were there, and to list the customers near you first. Not for attendance, ranking, elimination or penalties.
            Who sees it: you. Your direct supervisor only after writing a reason, once for each look; you are told at once and the record stays here. Teammates, managers, HR and administrators never see coordinates.
            How long: within 24 hours it becomes a square of about 100 m, within 90 days it is deleted.
            No is as good: a door-sign photo, the customer's signature or your supervisor's word prove the visit, and nothing else changes. You may withdraw at any time, and then delete what was kept.
            """),
    ];

    public static LocationText Present => All[^1];

    /// <summary>The version on the screen of a day; 0: before the texts had versions.</summary>
    public static int At(DateOnly day) => All.LastOrDefault(text => text.Since <= day)?.Version ?? 0;

    /// <summary>A yes to a text before this one no longer counts. 0: said before the texts had versions.</summary>
    public static int OldestThatCounts { get; } = OldestOf(All);

    public static int OldestOf(IEnumerable<LocationText> texts) => texts.LastOrDefault(text => text.AsksAnew)?.Version ?? 0;
}
