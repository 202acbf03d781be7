namespace Vesper.Kit.Access;

/// <summary>What a member is in the team; decides whose records she sees.</summary>
enum Role
{
    /// <summary>销售 — her own records and her team's feed.</summary>
    Rep,

    /// <summary>组长 — as a rep; may host the evening.</summary>
    Lead,

    /// <summary>主管 — his team.</summary>
    Supervisor,

    /// <summary>经理 — her part of the tree.</summary>
    Manager,

    /// <summary>支持 — only what a request names.</summary>
    Support,

    /// <summary>内容 — the library.</summary>
    Content,

    /// <summary>人事 — members, no customer data.</summary>
    Hr,

    /// <summary>管理员 — settings, not content.</summary>
    Admin,
}
