namespace Vesper.Evenings;

/// <summary>倒垃圾 → 补充养分 → 拔尖扶贫 → 了解成员, always in this order (S).</summary>
enum Act { Relief, Nourish, Lift, Checkout }
