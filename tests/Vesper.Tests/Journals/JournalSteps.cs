using Vesper.Customers;
using Vesper.Tests.Evenings;
using Vesper.Tests.Support;

namespace Vesper.Tests.Journals;

/// <summary>Writing and answering journals, as a test's sentences speak of it.</summary>
static class JournalSteps
{
    public static Task<Answer> Writes(this Person person, DateOnly day, string win = "", string block = "", Customer? at = null, string support = "", int basedOn = 0, Guid? id = null, Guid? templateId = null, object? answers = null) =>
        person.Put($"/api/journals/{id ?? Guid.CreateVersion7()}", new { day, win, block, blockCustomerId = at?.Id, support, basedOn, templateId, answers = answers ?? Array.Empty<object>() });

    /// <summary>Submits today's journal and gives its id.</summary>
    public static async Task<Guid> Submits(this Person person, Team team, string win = "见到了财务总监", string block = "", Customer? at = null) =>
        (await person.Writes(team.Today(), win, block, at)).ShouldBeCreated().Body.Id();

    public static Task<Answer> Replies(this Person person, Guid journal, string text, Guid? id = null, object? promise = null) =>
        person.Put($"/api/journals/{journal}/replies/{id ?? Guid.CreateVersion7()}", new { text, promise });
}
