using Vesper.Kit;

namespace Vesper.Teams;

/// <summary>Who can see a kind of data about a member. Everything also lies with whoever keeps the server.</summary>
enum DataViewer { Me, Team, Supervisor, Managers, Support, Hr, Admin, Partner, Nobody }

/// <summary>One kind of data the product keeps about a member. Its name, purpose and remarks are words of the web app, by <see cref="Key"/>.</summary>
/// <param name="Days">Kept so many days; null: no period is set.</param>
/// <param name="Source">Where the number of days comes from, or the decision to set none.</param>
/// <param name="Columns">The columns that name her, as <c>table.column</c>: by them her rows are counted and exported.</param>
sealed record DataKind(string Key, int? Days, Source Source, DataViewer[] Viewers, string[] Columns)
{
    /// <summary>Columns in which a teammate's text names her: told here, and exported by whoever wrote it.</summary>
    public string[] Mentions { get; init; } = [];

    /// <summary>Not in an export; the web says why by <c>left.&lt;key&gt;</c>.</summary>
    public bool LeftOut { get; init; }
}
