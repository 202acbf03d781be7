using System.Buffers.Binary;

namespace Vesper.Ops.Demo;

/// <summary>
/// Chance that falls the same for the same seed (splitmix64). Every subject throws dice of its own, so that one more name in one list
/// moves nothing in another.
/// </summary>
sealed class Dice(long seed, string subject)
{
    ulong _state = Mix((ulong)seed ^ Name(subject));

    public ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    /// <summary>0 ≤ x &lt; n.</summary>
    public int Below(int n) => (int)(Next() % (ulong)n);

    /// <summary>From and to are both possible.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>0 ≤ x &lt; 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double share) => Share() < share;

    public T Of<T>(IReadOnlyList<T> some) => some[Below(some.Count)];

    /// <summary>A UUID v7 of that moment: rows sort by time as the real ones do, and load in the order of their index.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (Next() & 0x0FFF)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (Next() >> 2));
        return new Guid(bytes, bigEndian: true);
    }

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    static ulong Name(string text) => text.Aggregate(0xCBF29CE484222325, (hash, letter) => (hash ^ letter) * 0x100000001B3);
}
