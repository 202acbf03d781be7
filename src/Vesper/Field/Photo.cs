using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vesper.Kit.Access;
using Vesper.Kit.Data;
using Vesper.Kit.Http;

namespace Vesper.Field;

/// <summary>Proof: a door sign or a signature, for its maker and her direct supervisor. Team: for everybody who hears her team.</summary>
enum PhotoUse { Proof, Team }

/// <summary>A picture somebody took. Its bytes lie in the file store; other rows name it by its id, nine at most.</summary>
sealed class Photo : IOwned
{
    public Guid OrgId { get; init; }

    /// <summary>Made by the phone.</summary>
    public Guid Id { get; init; }

    /// <summary>Made by the server: the name of the bytes. Two attempts of one id never write the same file.</summary>
    public Guid FileId { get; init; }

    /// <summary>The small one for lists; null where the phone sent none.</summary>
    public Guid? ThumbId { get; init; }
    public Guid MemberId { get; init; }

    /// <summary>Whose team sees it; what a manager shows to one of her teams is that team's.</summary>
    public Guid TeamId { get; set; }
    public PhotoUse Use { get; init; }

    /// <summary><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>, by the bytes themselves.</summary>
    public string Type { get; init; } = "";

    /// <summary>Pixels.</summary>
    public int Width { get; init; }
    public int Height { get; init; }
    public int Bytes { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often a row was made to show it; what was taken back shows it no longer. Rather one too many: a photo of which nobody speaks goes.</summary>
    public int Named { get; set; }
}

sealed class PhotoMap : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> photo)
    {
        photo.ToTable("photos").HasIndex(p => new { p.OrgId, p.MemberId, p.CreatedAt });
        photo.Property(p => p.Type).HasMaxLength(20);
        photo.Property(p => p.Named).HasDefaultValue(1).ValueGeneratedNever();
        photo.HasIndex(p => new { p.OrgId, p.CreatedAt }).HasFilter("named = 0");
    }
}

/// <summary>The front door for rows that show photos: post, mission, journal, visit.</summary>
static class Photos
{
    /// <summary>How many one row may name.</summary>
    public const int Most = 9;

    /// <summary>Her own photos in the order she named them. Call it inside a write.</summary>
    /// <exception cref="Refusal"><c>photo.unknown</c>: not there or not hers. <c>photo.most</c>: more than nine.</exception>
    public static async Task<IReadOnlyList<Photo>> MineAsync(Db db, Me me, IReadOnlyList<Guid>? ids)
    {
        if (ids is not { Count: > 0 }) return [];
        if (ids.Count > Most) throw new Refusal("photo.most", "At most nine photos at once.");

        var mine = await FoundAsync(db, me, ids);
        return mine.Count == ids.Distinct().Count() ? mine : throw new Refusal("photo.unknown", "A photo named here has not arrived, or is not yours.");
    }

    /// <summary>Those of them that are hers and have arrived, for what must not fail for a picture.</summary>
    public static async Task<IReadOnlyList<Photo>> FoundAsync(Db db, Me me, IReadOnlyList<Guid>? ids)
    {
        if (ids is not { Count: > 0 }) return [];
        var mine = await db.Photos.Of(me).Where(photo => photo.MemberId == me.Id && ids.Contains(photo.Id)).ToDictionaryAsync(photo => photo.Id);
        foreach (var photo in mine.Values) photo.Named++;
        return [.. ids.Distinct().Where(mine.ContainsKey).Select(id => mine[id])];
    }

    /// <summary>A row that showed them does so no longer.</summary>
    public static Task ForgetAsync(Db db, Me me, IReadOnlyList<Guid> ids) => ids.Count == 0 ? Task.CompletedTask
        : db.Photos.Of(me).Where(photo => ids.Contains(photo.Id) && photo.Named > 0).ExecuteUpdateAsync(set => set.SetProperty(photo => photo.Named, photo => photo.Named - 1));

    public static bool ReadableBy(this Photo photo, Me me) =>
        photo.MemberId == me.Id || (photo.Use is PhotoUse.Team ? me.Hears(photo.TeamId) : me.Supervises(photo.TeamId));
}
