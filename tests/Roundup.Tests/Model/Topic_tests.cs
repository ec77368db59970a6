using Roundup.Model.Papers;
using Roundup.Model.Search;
using Roundup.Model.Text;
using Roundup.Model.Topics;

namespace Roundup.Tests.Model;

public sealed class Topic_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Model editing", "modelediting", "model-editing")]
    [InlineData("  Model   Éditing ", "modelediting", "model-editing")]
    [InlineData("C", "c", "c")]
    [InlineData("Vision + Language", "visionlanguage", "vision-language")]
    [InlineData("#NLP", "nlp", "nlp")]
    public void A_name_has_a_key_and_an_address(string name, string key, string slug)
    {
        var topic = Open(name);
        Assert.Equal((key, slug), (topic.Key, topic.Slug));
    }

    [Fact]
    public void Names_of_different_keys_never_share_an_address()
    {
        string[] names = ["机器学习 AI", "深度学习 AI", "AI", "机器学习", "深度学习", "למידה", "Łukasz", "Ukasz", "C", "C++", "C#", "C++11", "C11", "N+1", new('a', 80), new string('a', 78) + " b"];
        var slugs = names.Select(n => Open(n).Slug).ToList();

        Assert.Equal(names.Length, slugs.Distinct().Count());
        Assert.All(slugs, slug => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug));
        Assert.All(slugs, slug => Assert.InRange(slug.Length, 1, 80));
        Assert.Equal(Topic.SlugOf("机器学习"), Topic.SlugOf("机 器学习"));
    }

    [Theory]
    [InlineData("C++", "c++")]
    [InlineData("c＋＋", "c++")]
    [InlineData("C# and F#", "c#andf#")]
    [InlineData("C++ compilers", "c++compilers")]
    [InlineData("C++11", "c++11")]
    [InlineData("Vision++language", "visionlanguage")]
    [InlineData("+ # C ++", "c")]
    [InlineData("++", "")]
    public void A_mark_that_ends_a_word_is_a_part_of_the_key(string name, string key) => Assert.Equal(key, Topic.KeyOf(name));

    [Theory]
    [InlineData("")]
    [InlineData("🙂🙂")]
    [InlineData("\u202e\u200b")]
    [InlineData("\0")]
    public void A_name_without_a_letter_is_refused(string name) => Assert.Equal("Name", Topic.Open(name, Now, out _)?.Field);

    [Fact]
    public void A_name_is_short() => Assert.NotNull(Topic.Open(new string('x', 10_000), Now, out _));

    [Fact]
    public void A_renamed_topic_keeps_its_addresses()
    {
        var topic = Open("LLMs");
        Assert.Null(topic.Rename("Large language models", Now));
        Assert.Null(topic.Rename("LLMs", Now));

        Assert.Equal("llms", topic.Slug);
        Assert.Equal(["llms", "large-language-models"], topic.Slugs.Select(s => s.Slug));
    }

    [Fact]
    public void A_line_of_names_has_each_once()
    {
        Assert.Null(TopicNames.Read("Model editing; model  Editing,\nInterpretability，机器学习,", out var names));
        Assert.Equal(["Model editing", "Interpretability", "机器学习"], names);
        Assert.Null(TopicNames.Read(null, out names));
        Assert.Empty(names);
    }

    [Theory]
    [InlineData("fine, 🙂")]
    [InlineData("a,b,c,d,e,f,g,h,i")]
    public void A_line_that_is_odd_is_refused_at_its_field(string line) => Assert.Equal("Names", TopicNames.Read(line, out _)?.Field);

    [Fact]
    public void A_long_line_is_refused() => Assert.NotNull(TopicNames.Read(new string('x', 10_000), out _));

    [Fact]
    public void One_topic_takes_in_another()
    {
        var (into, other) = (Open("Language models"), Open("LLMs"));
        Assert.Null(other.Describe("Large ones."));

        Assert.Null(into.Absorb(other));
        Assert.Equal(["language-models", "llms"], into.Slugs.Select(s => s.Slug));
        Assert.Empty(other.Slugs);
        Assert.Equal("Large ones.", into.About);
        Assert.NotNull(into.Absorb(into));
    }

    [Fact]
    public void Papers_that_are_one_have_the_topics_of_both()
    {
        var (kept, other) = (new Paper("One and the same", Now), new Paper("One and the same", Now));
        var (editing, models) = (Open("Model editing"), Open("Language models"));
        Assert.Null(kept.File([editing]));
        Assert.Null(other.File([editing, models]));

        Assert.Null(kept.Absorb(other, PaperBelongings.None, "Ines", "", Now, out var merge));
        Assert.Equal([editing, models], kept.Topics);
        Assert.Equal([editing, models], other.Topics);
        Assert.Single(merge!.Steps, s => s.What is MergeStepKind.TopicJoined);
    }

    [Fact]
    public void A_paper_has_few_topics()
    {
        var paper = new Paper("A paper", Now);
        Assert.NotNull(paper.File([.. Enumerable.Range(1, Paper.TopicsAtMost + 1).Select(n => Open($"Topic {n}"))]));
        Assert.Empty(paper.Topics);
    }

    [Fact]
    public void Hints_come_from_authors_words_and_classes()
    {
        var hints = new TopicHints(
        [
            new("Model editing", "Locating and Editing Factual Associations in GPT", ["cs.CL"]), new("Model editing", "Mass-Editing Memory in a Transformer", ["cs.CL"]),
            new("Vision", "Images of Things", ["cs.CV"]),
        ]);

        Assert.Equal("Model editing", hints.For("Does editing generalise?", [], [], [])[0]);
        Assert.Equal(["Vision", "Computer vision"], hints.For("Unlike", ["cs.CV"], [], []));
        Assert.Equal("Robots", hints.For("Unlike", [], ["Robots"], [])[0]);
        Assert.Empty(hints.For("Unlike", [], [], []));
        Assert.DoesNotContain("Model editing", hints.For("Does editing generalise?", [], ["Model editing"], ["model editing"]));
        Assert.InRange(hints.For("Editing", ["cs.CL", "cs.LG", "cs.AI"], ["A", "B", "C", "D", "E", "F"], []).Count, 1, TopicHints.AtMost);
    }

    [Theory]
    [InlineData("cs.CL", "Natural language processing")]
    [InlineData("CS.cl", "Natural language processing")]
    [InlineData("quant-ph", "Quantum physics")]
    [InlineData("q-fin.TR", "Trading")]
    [InlineData("nothing", null)]
    public void ArXivs_classes_have_plain_names(string code, string? name) => Assert.Equal(name, ArxivSubjects.NameOf(code));

    [Theory]
    [InlineData("Kevin Meng", "kevin-meng", "kevin-meng")]
    [InlineData("Meng, Kevin", "kevin-meng", "kevin-meng")]
    [InlineData("KEVIN  MENG", "kevin-meng", "kevin-meng")]
    [InlineData("van der Maaten, Laurens", "laurens-vandermaaten", "laurens-van-der-maaten")]
    [InlineData("José García", "jose-garcia", "jose-garcia")]
    [InlineData("Łukasz Kaiser", "lukasz-kaiser", "lukasz-kaiser")]
    [InlineData("Søren Weiß", "soren-weiss", "soren-weiss")]
    [InlineData("Xin Gao", "xin-gao", "xin-gao")]
    [InlineData("Xing Ao", "xing-ao", "xing-ao")]
    [InlineData("Wei-Ming Li", "weiming-li", "wei-ming-li")]
    [InlineData("Weiming Li", "weiming-li", "weiming-li")]
    [InlineData("Yann LeCun", "yann-lecun", "yann-lecun")]
    [InlineData("Yann Le Cun", "yann-lecun", "yann-le-cun")]
    [InlineData("García Márquez, Gabriel", "gabrielgarcia-marquez", "gabriel-garcia-marquez")]
    [InlineData("Martin Luther King Jr.", "martinluther-kingjr", "martin-luther-king-jr")]
    [InlineData("山田 太郎", "山田-太郎", "山田-太郎")]
    [InlineData("山田, 太郎", "山田-太郎", "山田-太郎")]
    [InlineData("נועה לוי", "נועה-לוי", "נועה-לוי")]
    [InlineData("🙂", "", "")]
    public void An_author_has_a_key_and_a_slug(string name, string key, string slug)
    {
        var read = PersonName.Read(name);
        Assert.Equal((key, slug), (read.Key, read.Slug));
    }

    [Theory]
    [InlineData("Kevin Meng")]
    [InlineData("김민준")]
    [InlineData("ﷺ ﷺ ﷺ")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Ångström, Å. Ü.")]
    public void A_slug_leads_back_to_its_key(string name)
    {
        foreach (var long_ in new[] { name, string.Join(' ', Enumerable.Repeat(name, 200)) })
            Assert.Equal(PersonName.Read(long_).Key, PersonName.KeyOfSlug(PersonName.Read(long_).Slug));
    }

    [Theory]
    [InlineData("łukasz-kaiser", "Łukasz Kaiser")]
    [InlineData("иван-липетров", "Иван Ли-Петров")]
    [InlineData("søren-kierkegaardøstergard", "Søren Kierkegaard-Østergård")]
    public void A_former_slug_leads_to_the_key_too(string slug, string name) =>
        Assert.Contains(PersonName.Read(name).Key, PersonName.FormerKeysOf(slug).Append(PersonName.KeyOfSlug(slug)));

    [Fact]
    public void A_slug_of_plain_letters_never_stands_for_somebody_of_other_words() => Assert.Empty(PersonName.FormerKeysOf("xin-gao"));

    [Theory]
    [InlineData("山田 太郎", "山田, 太郎")]
    [InlineData("김 철수", "김, 철수")]
    [InlineData("王小明", "王小明")]
    [InlineData("マーク ザッカーバーグ", "マーク ザッカーバーグ")]
    [InlineData("Kevin Meng", "Meng, Kevin")]
    public void A_name_in_Han_Kana_or_Hangul_begins_with_the_family(string name, string sorted) => Assert.Equal(sorted, PersonName.Read(name).LastFirst);

    [Theory]
    [InlineData("Łódź", "lodz")]
    [InlineData("Søren", "soren")]
    [InlineData("Straße & Œuvre", "strasse-oeuvre")]
    [InlineData("Σίσυφος", "")]
    public void A_letter_that_is_spelt_out_is_spelt_alike_in_a_slug_a_key_and_the_search(string text, string slug)
    {
        Assert.Equal(slug, Slug.Of(text));
        Assert.Equal(Letters.Only(text), string.Concat(SearchWords.Of(text)));
    }

    private static Topic Open(string name)
    {
        Assert.Null(Topic.Open(name, Now, out var topic));
        return topic;
    }
}
