using Vesper.Kit.Access;

namespace Vesper.Tests.House;

/// <summary>
/// One line an operation of the OpenAPI document. <c>May</c> names the roles its gate admits: the others get 403, and who is not signed in 401.
/// If the operation speaks of something — <c>Id</c>, <c>Ids</c>, <c>Query</c> or <c>Body</c> use the place — then <c>Mine</c>, <c>Team</c>, <c>Other</c> and <c>Foreign</c>
/// name the roles that reach it when it is the asker's own, a teammate's, another team's, another organisation's; whoever is admitted and not named gets 404.
/// A body must be valid: 400 fails the row. 409 counts as reached.
/// </summary>
sealed record Row(string Operation, string May)
{
    /// <summary>Fills the first parameter of the path.</summary>
    public Func<Place, object>? Id { get; init; }

    /// <summary>Fills several parameters of the path, in their order.</summary>
    public Func<Place, object[]>? Ids { get; init; }

    /// <summary>What follows the question mark.</summary>
    public Func<Place, string>? Query { get; init; }

    public Func<Place, object>? Body { get; init; }

    public string? Mine { get; init; }
    public string Team { get; init; } = "";
    public string Other { get; init; } = "";
    public string Foreign { get; init; } = "";

    /// <summary>Anyone may call it, also without a session.</summary>
    public bool Open { get; init; }

    /// <summary>Ends the asker's session, so she asks with a browser of its own.</summary>
    public bool EndsSession { get; init; }

    /// <summary>It answers this to whoever reaches it, where the answer is not a success.</summary>
    public int? Answers { get; init; }

    public bool Placed => Mine is not null || Team.Length + Other.Length + Foreign.Length > 0;

    public string Reached(Where where) => where switch
    {
        Where.Mine => Mine ?? Team,
        Where.Team => Team,
        Where.Other => Other,
        _ => Foreign,
    };
}

static class AccessTable
{
    const string Sales = "rep lead supervisor manager";
    const string Leaders = "supervisor manager";
    const string Hosts = "lead supervisor manager";
    const string Everyone = $"{Sales} support content hr admin";

    const string Keepers = "supervisor manager hr admin";

    public static IReadOnlyList<Row> Rows { get; } =
    [
        // Teams
        new("signIn", Everyone) { Open = true, Body = at => new { account = at.Asker?.Account ?? "nobody", password = at.Asker?.Password ?? "wrong" }, Answers = 401 },
        new("signOut", Everyone) { EndsSession = true },
        new("getMe", Everyone),
        new("getDemo", Everyone) { Open = true, Answers = 404 },
        new("startPlay", Everyone) { Body = _ => new { }, Answers = 404 },
        new("playBeat", Everyone) { Ids = at => [at.New, 1], Body = _ => new { }, Answers = 404 },
        new("changePassword", Everyone) { Body = _ => new { current = "not-the-present-one", next = "quite-another-1" } },
        new("getSetup", Everyone) { Open = true },
        new("setUp", Everyone) { Open = true, Body = at => new { organisation = "新公司", team = "一队", preset = "squad", name = "陈", account = at.NewName, password = "long-enough" } },
        new("getJoinCode", Keepers) { Query = at => $"unitId={at.TeamId}", Team = Keepers, Other = "hr admin" },
        new("rotateJoinCode", Keepers) { Body = at => new { unitId = at.TeamId }, Team = Keepers, Other = "hr admin" },
        new("getJoin", Everyone) { Open = true, Id = at => at.JoinCode },
        new("join", Everyone) { Open = true, Id = at => at.JoinCode, Body = at => new { id = at.New, name = "新人", account = at.NewName, password = "long-enough" } },
        new("getWelcome", Everyone) { Open = true, Id = at => at.WelcomeCode },
        new("acceptWelcome", Everyone) { Open = true, EndsSession = true, Id = at => at.WelcomeCode, Body = _ => new { password = "long-enough" } },
        new("listMembers", Keepers),
        new("admitMember", Keepers) { Id = at => at.Waiting, Body = _ => new { }, Team = Keepers, Other = "hr admin" },
        new("turnAwayMember", Keepers) { Id = at => at.Waiting, Team = Keepers, Other = "hr admin" },
        new("inviteMember", "hr admin") { Body = at => new { id = at.New, name = "新人", account = at.NewName, role = "rep", unitId = at.TeamId }, Team = "hr admin", Other = "hr admin" },
        new("issueWelcome", "hr admin") { Id = at => at.Member, Body = _ => new { }, Team = "hr admin", Other = "hr admin" },
        new("changeMember", "hr admin") { Id = at => at.Member, Body = at => new { name = "改名", shortName = "名", role = "lead", admin = false, unitId = at.TeamId }, Team = "hr admin", Other = "hr admin" },
        new("changeMemberState", "hr admin") { Id = at => at.Member, Body = _ => new { state = "left" }, Team = "hr admin", Other = "hr admin" },
        new("listUnits", Keepers),
        new("putUnit", "admin") { Id = at => at.Unit, Body = at => new { name = "新组", kind = "team", parentId = at.TeamId, position = 1 }, Team = "admin", Other = "admin" },
        new("deleteUnit", "admin") { Id = at => at.Unit, Team = "admin", Other = "admin" },
        new("listCalendarDays", Everyone) { Query = _ => "year=2026" },
        new("putCalendarDay", "hr admin") { Id = at => at.Today, Body = _ => new { works = false, name = "团建" } },
        new("deleteCalendarDay", "hr admin") { Id = at => at.Today },
        new("listLeaves", Everyone),
        new("putLeave", Everyone) { Id = at => at.New, Body = at => new { memberId = at.MemberId, from = at.Today, until = at.Today }, Mine = Everyone, Team = Keepers, Other = "hr admin" },
        new("deleteLeave", Everyone) { Id = at => at.Leave, Mine = Everyone, Team = Keepers, Other = "hr admin" },

        new("getFieldRules", Everyone),
        new("putFieldRules", "admin") { Body = _ => new { opens = "00:00:00", closes = "00:00:00", evidenceShared = false } },

        new("listSettings", Everyone),
        new("putSetting", "admin") { Ids = _ => ["planTarget"], Body = _ => new { value = 6 } },

        // Kit
        new("listen", Everyone),
        new("listJobs", "admin"),
        new("listSetAside", "admin"),
        new("getLocationConsent", Everyone),
        new("getMyData", Everyone),
        new("eraseMe", Everyone) { Body = _ => new { password = "not-the-present-one" } },
        new("exportMyData", Everyone) { Query = _ => "format=json" },
        new("getMyLocation", Everyone),
        new("forgetMyPoints", Everyone),
        new("getPoint", Everyone) { Id = at => at.VisitWithPoint, Mine = Everyone },
        new("lookAtPoint", "supervisor") { Id = at => at.VisitWithPoint, Body = _ => new { reason = "客户说没有人来过" }, Mine = "", Team = "supervisor" },
        new("putLocationConsent", Everyone) { Body = _ => new { given = true } },

        // Customers: a rep's own, and those of the teams one leads
        new("listCustomers", Everyone),
        new("getCustomer", Everyone) { Id = at => at.Customer, Mine = Everyone, Team = "supervisor manager" },
        new("putCustomer", Sales) { Id = at => at.Customer, Body = _ => new { name = "云顶家居" }, Mine = Sales, Team = "supervisor manager", Foreign = Sales }, // an id means nothing outside its organisation: a new customer
        new("getCollision", Sales) { Query = _ => "name=nobody" },
        new("listDisputes", Sales),
        new("getDispute", Sales) { Id = at => at.Dispute, Mine = Sales, Team = Leaders },
        new("putDispute", Sales) { Id = at => at.New, Body = _ => new { name = "nobody", reason = "我先到的" } },
        new("putDisputeDecision", Leaders) { Id = at => at.Dispute, Body = _ => new { side = "owner", ground = "registration", text = "先登记" }, Mine = Leaders, Team = Leaders },
        new("putDisputeAppeal", Sales) { Id = at => at.Dispute, Body = _ => new { reason = "我先到的" }, Mine = Sales },
        new("putDisputeFinalDecision", "manager") { Id = at => at.Dispute, Body = _ => new { side = "owner", text = "维持" }, Mine = "manager", Team = "manager" },
        new("getDisputeRules", Everyone),
        new("putDisputeRules", "admin") { Body = _ => new { on = false } },
        new("putCreditCode", Sales) { Id = at => at.Customer, Body = _ => new { code = "" }, Mine = Sales, Team = Leaders },
        new("putContact", Everyone) { Ids = at => [at.Customer, at.New], Body = _ => new { name = "王莉" }, Mine = Everyone, Team = "supervisor manager" },
        new("revealPhone", Everyone) { Ids = at => [at.Customer, at.Contact], Mine = Everyone, Team = "supervisor manager" },
        new("putDeal", Everyone) { Id = at => at.New, Body = at => new { customerId = at.Customer, name = "展会套餐", amountFen = 100 }, Mine = Everyone, Team = "supervisor manager" },
        new("putContactOrder", Everyone) { Id = at => at.Customer, Body = _ => new { ids = Array.Empty<Guid>() }, Mine = Everyone, Team = Leaders },
        new("putNoContact", Everyone) { Ids = at => [at.Customer, at.Contact], Body = _ => new { reason = "他请我们别再打" }, Mine = Everyone, Team = Leaders },
        new("deleteNoContact", Leaders) { Ids = at => [at.Customer, at.Contact], Mine = Leaders, Team = Leaders },
        new("getGradeWords", Sales) { Id = at => at.Customer, Mine = Sales, Team = Leaders },
        new("putGradeWord", Sales) { Ids = at => [at.Customer, at.New], Body = _ => new { grade = "b", reason = "老板亲口说的" }, Mine = Sales, Team = Leaders },
        new("deleteGradeWord", Sales) { Ids = at => [at.Customer, at.GradeWord], Mine = Sales, Team = Leaders },
        new("listStage", Sales) { Ids = _ => ["develop"] },
        new("getStageAsk", Sales) { Id = at => at.Customer, Mine = Sales, Team = Leaders },
        new("putStage", Sales) { Id = at => at.Customer, Body = _ => new { to = "follow" }, Mine = Sales, Team = Leaders },
        new("getDeal", Sales) { Id = at => at.Deal, Mine = Sales, Team = Leaders },
        new("putOpenDeal", Sales) { Ids = at => [at.Customer, at.New], Body = _ => new { name = "展会套餐" }, Mine = Sales, Team = Leaders },
        new("putOffer", Sales) { Ids = at => [at.Deal, at.New], Body = _ => new { lines = new[] { new { name = "展会套餐", priceFen = 100 } } }, Mine = Sales, Team = Leaders },
        new("putShowing", Sales) { Ids = at => [at.Deal, at.New], Body = at => new { offerId = at.Offer }, Mine = Sales, Team = Leaders },
        new("putSignature", Sales) { Id = at => at.Deal, Body = _ => new { amountFen = 100 }, Mine = Sales, Team = Leaders },
        new("putLoss", Sales) { Id = at => at.Deal, Body = _ => new { reason = "选了别家" }, Mine = Sales, Team = Leaders },
        new("putPayment", Sales) { Ids = at => [at.Deal, at.New], Body = at => new { amountFen = 100, paidOn = at.Today }, Mine = Sales, Team = Leaders },
        new("listProducts", $"{Sales} admin"),
        new("putProduct", "manager admin") { Id = at => at.New, Body = _ => new { name = "展会套餐", priceFen = 100 } },
        new("listPool", Sales),
        new("putClaim", Sales) { Id = at => at.CustomerInPool, Body = _ => new { }, Mine = Sales, Team = Sales, Other = Sales }, // the pool is the organisation's
        new("listLeaving", Sales),
        new("listPoolMoves", Sales),
        new("listTimeline", Everyone) { Id = at => at.Customer, Mine = Everyone, Team = "supervisor manager" },
        new("getAsset", Everyone) { Id = at => at.Customer, Mine = Everyone, Team = "supervisor manager" },
        new("getAssets", Sales),
        new("getProtection", Everyone) { Id = at => at.Customer, Mine = Everyone, Team = Leaders },
        new("putReturn", Sales) { Id = at => at.Customer, Body = _ => new { reason = "搬走了" }, Mine = Sales, Team = Leaders },
        new("putOwner", Leaders) { Id = at => at.Customer, Body = at => new { memberId = at.MemberId, reason = "他懂家具" }, Mine = Leaders, Team = Leaders },
        new("getPoolRules", Everyone),
        new("putPoolRules", "admin") { Body = _ => new { on = false, daysA = 14, daysB = 21, daysC = 30, daysD = 60, daysNoDeal = 90, claimsPerDay = 5, mostHeld = 150, barredDays = 15 } },
        new("listInventories", Sales),
        new("listInventoryMembers", Leaders),
        new("getInventory", Sales) { Id = at => at.Inventory, Mine = Sales, Team = Leaders },
        new("getInventoryCard", Sales) { Ids = at => [at.Inventory, at.Customer], Mine = Sales, Team = Leaders },
        new("putInventory", Leaders) { Id = at => at.New, Body = at => new { memberId = at.Seller }, Team = Leaders },
        new("putInventoryPresence", Sales) { Id = at => at.Inventory, Body = _ => new { }, Mine = Sales, Team = Leaders },
        new("putInventoryPlace", Leaders) { Id = at => at.Inventory, Body = at => new { customerId = at.Customer }, Mine = "", Team = Leaders },
        new("putInventoryVerdict", Sales) { Ids = at => [at.Inventory, at.Customer], Body = at => new { verdict = "nurture", reason = "还早", nextAction = "问候", nextOn = at.Today }, Mine = Sales, Team = Leaders },
        new("putInventoryEnd", Leaders) { Id = at => at.Inventory, Body = _ => new { }, Mine = "", Team = Leaders },
        new("listJointVisits", Sales),
        new("getJointVisit", Sales) { Id = at => at.JointVisit, Mine = Sales, Team = Leaders },
        new("getJointEffect", Sales) { Id = at => at.JointVisit, Mine = Sales, Team = Leaders },
        new("putJointVisit", Sales) { Id = at => at.New, Body = at => new { customerId = at.Customer, day = at.Today, mode = "coach", goal = "见到人" }, Mine = Sales, Team = Leaders },
        new("putDebrief", Sales) { Id = at => at.JointVisit, Body = _ => new { kept = "先听", change = "少说" }, Mine = Sales },
        new("deleteJointVisit", Sales) { Id = at => at.JointVisit, Mine = Sales },

        // Who leads decides, who gives and takes reads and signs, HR counts.
        new("listHandovers", $"{Sales} hr"),
        new("getHandover", $"{Sales} hr") { Id = at => at.Handover, Mine = $"{Sales} hr", Team = "supervisor manager hr", Other = "hr" },
        new("putHandover", "supervisor manager hr") { Id = at => at.New, Body = at => new { memberId = at.Member, kind = "leaving" }, Team = "supervisor manager hr", Other = "hr" },
        new("putTaker", Leaders) { Ids = at => [at.Handover, at.New], Body = _ => new { toId = (Guid?)null }, Mine = "" },
        new("putConfirmation", Leaders) { Id = at => at.Handover, Body = _ => new { }, Mine = Leaders, Team = Leaders },
        new("putHandoverSignature", Sales) { Id = at => at.Handover, Body = _ => new { }, Mine = Sales, Team = Leaders },
        new("deleteHandover", "supervisor manager hr") { Id = at => at.Handover, Mine = "supervisor manager hr", Team = "supervisor manager hr", Other = "hr" },

        // A file is its asker's alone; a second person decides.
        new("listExports", $"{Sales} admin"),
        new("putExport", Sales) { Id = at => at.New, Body = _ => new { reason = "给客户寄样本" } },
        new("putExportDecision", "supervisor manager admin") { Id = at => at.Export, Body = _ => new { granted = false }, Mine = "supervisor manager admin", Team = "supervisor manager admin", Other = "admin" },
        new("getExportFile", Sales) { Id = at => at.Export, Answers = 404 },

        // A list is its bringer's alone; who has not brought one brings it now.
        new("listImports", Sales),
        new("getImport", Sales) { Id = at => at.Import, Mine = Sales },
        new("putImport", Sales) { Id = at => at.Import, Query = _ => "name=list.csv", Mine = Sales, Foreign = Sales, Answers = 409 },
        new("putColumns", Sales) { Id = at => at.Import, Body = _ => new { fields = new[] { "name" } }, Mine = Sales },
        new("putRun", Sales) { Id = at => at.Import, Body = _ => new { }, Mine = Sales },
        new("putUndo", Sales) { Id = at => at.Import, Body = _ => new { }, Mine = Sales },

        // Field: a visit is its rep's alone, the feed is the team's
        new("putCheckIn", Everyone) { Id = at => at.New, Body = at => new { customerId = at.Customer, deviceAt = at.Now }, Mine = Everyone, Team = "supervisor manager" },
        new("putOutcome", Everyone) { Id = at => at.Visit, Body = _ => new { outcome = "open" }, Mine = Everyone },
        new("getCheckInTerms", Everyone),
        new("listVisitEvidence", "supervisor") { Query = at => $"day={at.Today:yyyy-MM-dd}" },
        new("putProof", Everyone) { Id = at => at.Visit, Body = _ => new { }, Mine = Everyone },
        new("getProof", Everyone) { Id = at => at.Visit, Mine = Everyone, Team = "supervisor" },
        new("putWord", "supervisor") { Id = at => at.VisitToConfirm, Body = _ => new { }, Mine = "", Team = "supervisor" },
        new("listWords", "supervisor"),
        new("putPhoto", Everyone) { Id = at => at.Photo, Query = _ => "use=proof", Mine = Everyone, Foreign = Everyone, Answers = 415 }, // an id means nothing outside its organisation: a photo to come
        new("getPhoto", Everyone) { Id = at => at.Photo, Mine = Everyone, Team = "supervisor" },
        new("getFeed", Everyone),
        new("getFeedItem", Everyone) { Id = at => at.Visit, Mine = Sales, Team = Sales },
        new("findInFeed", Everyone) { Query = _ => "q=云顶" }, // what it finds is FeedSearchTests' matter
        new("getAudience", Everyone),
        new("putRead", Everyone) { Id = at => at.Announcement, Mine = Sales, Team = Sales },
        new("putPost", Everyone) { Id = at => at.New, Body = at => new { text = "晚上见", teamId = at.TeamId }, Mine = Sales, Team = Sales },
        new("putPostText", Everyone) { Id = at => at.Announcement, Body = at => new { text = "改一下", saidAt = at.Now }, Mine = Everyone },
        new("deletePost", Everyone) { Id = at => at.Announcement, Mine = Everyone },
        new("listComments", Everyone) { Id = at => at.Visit, Mine = Sales, Team = Sales },
        new("putComment", Everyone) { Ids = at => [at.Visit, at.New], Body = _ => new { text = "我也遇到过" }, Mine = Sales, Team = Sales },
        new("deleteComment", Everyone) { Ids = at => at.Comment, Mine = Sales },
        new("listHelpCalls", Everyone),
        new("putHelpCall", Everyone) { Id = at => at.New, Body = at => new { text = "谁有案例", visitId = at.Visit }, Mine = Sales },
        new("putReaction", Everyone) { Ids = at => [at.Visit, "heard"], Mine = Sales, Team = Sales },
        new("deleteReaction", Everyone) { Ids = at => [at.Visit, "heard"], Mine = Sales, Team = Sales },
        new("getToday", Everyone),
        new("getMapTiles", Everyone),
        new("listPlannedVisits", Everyone),
        new("putPlannedVisit", Everyone) { Id = at => at.New, Body = at => new { customerId = at.Customer, day = at.Today }, Mine = Everyone, Team = "supervisor manager" },
        new("putPlanOrder", Everyone) { Id = at => at.Today, Body = at => new { ids = new[] { at.New } } },
        new("listProposals", Everyone),
        new("dismissProposal", Everyone) { Id = at => at.Customer, Body = at => new { day = at.Today }, Mine = Everyone, Team = "supervisor manager" },
        new("putCall", Everyone) { Id = at => at.New, Body = at => new { customerId = at.Customer, deviceAt = at.Now, outcome = "reached" }, Mine = Everyone, Team = "supervisor manager" },
        new("deletePlannedVisit", Everyone) { Id = at => at.PlannedVisit, Mine = Everyone },

        // Notices: one's own
        new("listNotices", Everyone),
        new("getUnreadNotices", Everyone),
        new("putNoticesReading", Everyone) { Body = at => new { until = at.Now } },
        new("getNoticeSettings", Everyone),
        new("putNoticeSettings", Everyone) { Body = _ => new { quietFrom = "21:00:00", quietUntil = "08:00:00", quietOnDaysOff = true, silent = Array.Empty<string>() } },
        new("putPushSubscription", Everyone) { Body = _ => new { endpoint = "https://push.example.com/a", p256dh = "AA", auth = "AA" } },
        new("deletePushSubscription", Everyone) { Ids = _ => ["00ff"] },
        new("putNoticeReading", Everyone) { Id = at => at.Notice, Mine = Everyone },

        // Missions: the team walks them, who may host plans them
        new("listMissions", Sales),
        new("getTodaysMissions", Sales),
        new("getMission", Sales) { Id = at => at.Mission, Team = Sales },
        new("putMissionStops", Sales) { Id = at => at.Mission, Team = Sales, Body = at => new { customerIds = Array.Empty<Guid>() } },
        new("putMissionArrival", Sales) { Id = at => at.Mission, Team = Sales, Body = at => new { at = at.Now } },
        new("putMissionLearned", Sales) { Id = at => at.Mission, Team = Sales, Body = _ => new { text = "先找车间主任" } },
        new("putMissionPicture", Sales) { Id = at => at.Mission, Team = Sales, Body = _ => new { photoIds = Array.Empty<Guid>() } },
        new("getMissionArea", Hosts) { Query = at => $"teamId={at.TeamId}", Team = Hosts },
        new("proposeRoutes", Hosts) { Team = Hosts, Body = at => new { memberIds = new[] { at.MemberId }, customerIds = new[] { at.Customer }, teamId = at.TeamId } },
        new("putMission", Hosts) { Id = at => at.Mission, Team = Hosts, Body = at => new { area = "下沙", place = "金沙湖", meetsAt = at.Now, teamId = at.TeamId, routes = new[] { new { memberId = at.MemberId, side = "east", customerIds = new[] { at.Customer } } } } },
        new("deleteMission", Hosts) { Id = at => at.Mission, Team = Hosts },
        new("putMissionStart", Hosts) { Id = at => at.Mission, Team = Hosts },
        new("putMissionEnd", Hosts) { Id = at => at.Mission, Team = Hosts },

        // Journals: its writer and who leads her; teammates only what was shared
        new("getJournalDay", Sales),
        new("putJournal", Sales) { Id = at => at.New, Body = at => new { day = at.Today.AddDays(-Random.Shared.Next(1_000, 100_000)), win = "见到关键人", blockCustomerId = at.Customer }, Mine = Sales, Team = Sales, Other = Sales, Foreign = Sales }, // the day is over before the customer is looked at
        new("putAddendum", Sales) { Id = at => at.Journal, Body = _ => new { text = "补一句" }, Mine = Sales },
        new("putSharing", Sales) { Id = at => at.Journal, Body = _ => new { }, Mine = Sales },
        new("deleteSharing", Sales) { Id = at => at.Journal, Mine = Sales },
        new("getJournal", Sales) { Id = at => at.Journal, Mine = Sales, Team = Leaders },
        new("listJournals", Sales),
        new("getTeamJournals", Sales) { Query = at => $"teamId={at.TeamId}", Team = Sales },
        new("likeJournals", Sales) { Body = at => new { day = at.Today, win = "见到关键人" } },
        new("getJournalQueue", Leaders),
        new("putReply", Leaders) { Ids = at => [at.Journal, at.New], Body = _ => new { text = "好，周四我陪你去" }, Mine = Leaders, Team = Leaders },
        new("listReviews", Sales),
        new("getReviewFacts", Sales) { Query = at => $"customerId={at.Customer}&visitId={at.VisitThere}", Mine = Sales, Team = Leaders },
        new("getReview", Sales) { Id = at => at.Review, Mine = Sales, Team = Sales },
        new("putReview", Sales) { Id = at => at.New, Mine = Sales, Team = Leaders, Body = at => new
        {
            customerId = at.Customer, visitId = at.VisitThere, with = "team", points = new[] { new { dimension = "people", goal = "", actual = "", cause = "", next = "先约助理" } },
            promises = new[] { new { id = at.New, memberId = at.MemberId, text = "约助理", dueOn = at.Today } },
        } },
        new("listArchiveProposals", Sales) { Query = at => $"visitId={at.Visit}" },
        new("putArchiveProposal", Sales) { Id = at => at.New, Body = at => new { accepted = true, visitId = at.Visit }, Mine = "" },
        new("getJournalTemplate", $"{Sales} admin"),
        new("putJournalTemplate", "admin") { Body = _ => new { version = 0, fields = Array.Empty<object>() } },

        // Evenings: the team that hears it; the remote is in the hands of who may host
        new("getTonight", Sales) { Query = at => $"teamId={at.TeamId}", Team = Sales },
        new("listEvenings", Sales) { Query = at => $"teamId={at.TeamId}", Team = Sales },
        new("getEvening", Sales) { Id = at => at.Evening, Team = Sales },
        new("getMinutes", Sales) { Id = at => at.Evening, Team = Sales },
        new("putAgenda", Hosts) { Id = at => at.Evening, Team = Hosts, Body = at => new { version = 0, items = new[] { new { id = at.New, minutes = 5 } } } },
        new("putOpening", Hosts) { Id = at => at.Evening, Team = Hosts, Body = _ => new { version = 0 } },
        new("putHost", Hosts) { Id = at => at.Evening, Team = Hosts, Body = _ => new { version = 0 } },
        new("putCourse", Hosts) { Id = at => at.Evening, Team = Hosts, Body = at => new { version = 0, itemId = at.New } },
        new("putClosing", Hosts) { Id = at => at.Evening, Team = Hosts, Body = _ => new { version = 0 } },
        new("putAttendance", Sales) { Id = at => at.Evening, Team = Sales },
        new("putCheckout", Sales) { Id = at => at.Evening, Team = Sales, Body = _ => new { takeaway = "thanks" } },
        new("putMood", Sales) { Id = at => at.Evening, Team = Sales, Body = _ => new { mood = 3 } },
        new("putMeToo", Sales) { Id = at => at.Evening, Team = Sales },
        new("putTurn", Sales) { Id = at => at.Evening, Team = Sales, Body = _ => new { wants = true } },
        new("putSpeaker", Hosts) { Id = at => at.Evening, Team = Hosts, Body = _ => new { memberId = (Guid?)null } },
        new("putHeard", Sales) { Id = at => at.Evening, Team = Sales },
        new("putStep", Sales) { Id = at => at.Evening, Team = Sales },
        new("listCases", Sales) { Query = at => $"teamId={at.TeamId}", Team = Sales },
        new("getCase", Sales) { Id = at => at.Case, Team = Sales },
        new("putCase", Sales) { Id = at => at.New, Mine = Sales, Team = "supervisor manager", Body = at => new { customerId = at.Customer, stage = "follow", kpMet = false, blockedBy = "价格", wanted = "约到人" } },
        new("deleteCase", Sales) { Id = at => at.Case, Team = Sales },
        new("putAdvice", Sales) { Ids = at => [at.Case, at.New], Team = Sales, Body = _ => new { text = "先约前台" } },
        new("getStory", Sales) { Id = at => at.Story, Team = Sales },
        new("putStory", Sales) { Id = at => at.New, Mine = Sales, Team = "supervisor manager", Body = at => new { customerId = at.Customer, stage = "sign", how = "", methods = "", learned = "" } },
        new("putThanks", Sales) { Id = at => at.Story, Team = Sales },
        new("listCommitments", Sales) { Query = at => $"of=team&teamId={at.TeamId}", Team = Sales },
        new("putCommitment", Sales) { Id = at => at.New, Body = at => new { origin = "own", text = "约人", dueOn = at.Today } },
        new("putAnswer", Sales) { Id = at => at.Commitment, Team = Sales, Body = _ => new { state = "done", result = "" } },
    ];
}
