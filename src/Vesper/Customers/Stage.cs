namespace Vesper.Customers;

/// <summary>开发 → 跟进 → 促单 → 签单 (S). StageExit says what ends each.</summary>
enum Stage { Develop, Follow, Close, Sign }
