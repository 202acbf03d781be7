using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Vesper.Browser;

/// <summary>Both languages are whole: no key shows through, and in English nothing stays Chinese but what people wrote.</summary>
public sealed partial class LanguageTests(Chromium chromium) : IClassFixture<Chromium>
{
    static readonly string[] Phone = ["/", "/team", "/check-in", "/plan", "/customers", "/evening", "/me", "/members"], Desk = ["/desk/evenings", "/desk/team", "/desk/me"];

    [Theory]
    [InlineData("中文")]
    [InlineData("English")]
    public async Task Every_page_speaks_one_language(string language)
    {
        await using var vesper = await RunningVesper.StartAsync(RunningVesper.DemoAsync);
        await using var screen = await chromium.Desk(vesper);
        var answers = new ConcurrentQueue<string>(["Vesper 晚分享 中文"]);
        await screen.Page.ExposeFunctionAsync<string, bool>("vesperAnswered", answer => { answers.Enqueue(answer); return true; });
        await screen.Page.AddInitScriptAsync(KeepAnswers);
        var (leaks, chinese) = (new List<string>(), new List<(string Page, string Text)>());
        await screen.Page.GotoAsync("/sign-in");
        await screen.Page.GetByText(language, new() { Exact = true }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByText(language == "English" ? "Account" : "账号").First).ToBeVisibleAsync();
        await Look("/sign-in");
        await screen.Page.EvaluateAsync("fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: 'supervisor', password: 'vesper-demo' }) }).then(() => undefined)");
        foreach (var page in Phone.Concat(Desk))
        {
            await screen.Page.GotoAsync(page);
            await Look(page);
        }
        // An answer may come after its page was looked at and be shown from memory on the next one: judged when all are in.
        var known = string.Concat(answers);
        leaks.AddRange(chinese.Where(one => Chinese().Matches(one.Text).Any(run => !known.Contains(run.Value, StringComparison.Ordinal))).Select(one => $"{one.Page}: “{one.Text}”"));
        leaks.ShouldBeEmpty();

        async Task Look(string page)
        {
            await screen.Settled();
            foreach (var text in await screen.Page.EvaluateAsync<string[]>(AllText))
            {
                if (Key().IsMatch(text)) leaks.Add($"{page}: key “{text}”");
                if (language == "English" && Chinese().IsMatch(text)) chinese.Add((page, text));
            }
        }
    }

    /// <summary>What the server said is data, in whatever language people wrote it.</summary>
    const string KeepAnswers = """
        const send = window.fetch
        window.fetch = async (...asked) => {
          const answer = await send(...asked)
          if (answer.headers.get('content-type')?.includes('json')) await window.vesperAnswered(JSON.stringify(await answer.clone().json()))
          return answer
        }
        """;

    const string AllText = """
        () => {
          const texts = []
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
          while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('script, style, noscript')) texts.push(walker.currentNode.data.trim())
          for (const one of document.querySelectorAll('[aria-label], [placeholder], [title]')) for (const name of ['aria-label', 'placeholder', 'title']) texts.push(one.getAttribute(name) ?? '')
          return [document.title, ...texts].filter(Boolean)
        }
        """;

    [GeneratedRegex(@"^(app|kit|error|act|stage|role|outcome|outbox|evenings|field|customers|teams|theatre|journals|notices)\.[a-z]\S*$")]
    private static partial Regex Key();

    [GeneratedRegex(@"[\u4e00-\u9fff]+")]
    private static partial Regex Chinese();
}
