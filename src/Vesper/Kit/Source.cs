namespace Vesper.Kit;

/// <summary>Where a number comes from: S the method's own texts, R research, L law, D our default without a source.</summary>
enum Source { S, R, L, D }

/// <summary>Stands on every number of an options class, so that the settings page can say where it comes from.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class FromAttribute(Source letter) : Attribute
{
    public Source Letter => letter;
}
