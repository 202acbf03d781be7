using System.ComponentModel.DataAnnotations;

namespace Vesper.Kit.Notices;

/// <summary>A line of the 消息 list; <c>kind</c> chooses the sentence, <c>words</c> fill it.</summary>
sealed record NoticeView(Guid Id, string Kind, string Link, IReadOnlyDictionary<string, string> Words, DateTimeOffset At, bool Read);

/// <summary>How many notices I have not read; 99 stands for more.</summary>
sealed record UnreadView(int Count);

/// <summary>All notices up to this instant have been read: those that come while she looks stay unread.</summary>
sealed record NewReading([property: Required] DateTimeOffset? Until);
