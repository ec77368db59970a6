using Roundup.Sources.Pages;

namespace Roundup.Tests.Sources.Pages;

public class Dates_and_names
{
    [Theory]
    [InlineData("2020/1/5", "2020-01-05")]
    [InlineData("2020-01-05", "2020-01-05")]
    [InlineData("2020-01-05T23:30:00-08:00", "2020-01-05")]
    [InlineData("2020-01-05T23:30:00.000Z", "2020-01-05")]
    [InlineData("2020-01-05 23:30:00 +0000 UTC", "2020-01-05")]
    [InlineData("2020.1.5", "2020-01-05")]
    [InlineData("20200105", "2020-01-05")]
    [InlineData("5 January 2020", "2020-01-05")]
    [InlineData("5th of January 2020", "2020-01-05")]
    [InlineData("05-Jan-2020", "2020-01-05")]
    [InlineData("January 5, 2020", "2020-01-05")]
    [InlineData("Jan. 5th, 2020", "2020-01-05")]
    [InlineData("Jan 5, 2020 10:30 am", "2020-01-05")]
    [InlineData("Sunday, January 5, 2020", "2020-01-05")]
    [InlineData("Sun, 05 Jan 2020 10:00:00 GMT", "2020-01-05")]
    [InlineData("2020 Jan 5", "2020-01-05")]
    [InlineData("Sept 5, 2020", "2020-09-05")]
    [InlineData("23/04/2020", "2020-04-23")]
    [InlineData("04/23/2020", "2020-04-23")]
    [InlineData("2020/5", "2020-05")]
    [InlineData("May 2020", "2020-05")]
    [InlineData("2020", "2020")]
    [InlineData("04/05/2020", "2020")]
    public void Dates_are_read_as_pages_write_them(string written, string expected)
    {
        var date = PageDate.Read(written);
        Assert.Equal(expected, date?.Day.ToString(date.Parts switch { 1 => "yyyy", 2 => "yyyy-MM", _ => "yyyy-MM-dd" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2020-13-01")]
    [InlineData("2020-02-30")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31")]
    [InlineData("yesterday")]
    [InlineData("1577836800")]
    [InlineData("March of the penguins 2020")]
    [InlineData("2020-01-05<script>")]
    [InlineData("99999999999999999999")]
    public void What_is_no_date_is_none(string written) => Assert.Null(PageDate.Read(written));

    [Theory]
    [InlineData("2019/01/01", "2019-09-26", "2019-09-26")]
    [InlineData("2019", "2019-09", "2019-09-01")]
    [InlineData("2019/09", "2019-09-26", "2019-09-26")]
    [InlineData("2019/01/01", "2018-12-20", "2019-01-01")]
    [InlineData("2019/09", "2019-10-26", "2019-09-01")]
    [InlineData("2019/03/02", "2019-09-26", "2019-03-02")]
    [InlineData("2019/01/01", "2019-01-01", "2019-01-01")]
    public void The_finer_of_two_dates_counts_within_the_same_year(string stronger, string weaker, string expected) =>
        Assert.Equal(expected, PageDate.Finer(PageDate.Read(stronger), PageDate.Read(weaker))?.Day.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("Osthus, Dave|Moran, Kelly R", "Dave Osthus|Kelly R Moran")]
    [InlineData("Dave Osthus|Kelly R. Moran", "Dave Osthus|Kelly R. Moran")]
    [InlineData("Osthus, Dave", "Dave Osthus")]
    [InlineData("Osthus, Dave; Moran, Kelly R; ", "Dave Osthus|Kelly R Moran")]
    [InlineData("Dave Osthus; Kelly Moran", "Dave Osthus|Kelly Moran")]
    [InlineData("Jane Doe, Max Roe, Ann Poe", "Jane Doe|Max Roe|Ann Poe")]
    [InlineData("Doe, Jane and Roe, Max", "Jane Doe|Max Roe")]
    [InlineData("Jane Doe and Max Roe", "Jane Doe|Max Roe")]
    [InlineData("van der Berg, Jan Pieter", "Jan Pieter van der Berg")]
    [InlineData("García Márquez, Gabriel José", "Gabriel José García Márquez")]
    [InlineData("King, Martin Luther, Jr.|Brihaye, Y.", "Martin Luther King Jr.|Y. Brihaye")]
    [InlineData("Jane Doe, PhD|Max Roe, M.D.", "Jane Doe|Max Roe")]
    [InlineData("The ATLAS Collaboration", "The ATLAS Collaboration")]
    [InlineData("Society for Research and Teaching", "Society for Research and Teaching")]
    [InlineData("Acme, Inc.", "Acme, Inc")]
    [InlineData("山田太郎|王, 小明", "山田太郎|小明 王")]
    [InlineData("O&#39;Brien, Miles|<b>Bold</b>, Bob", "Miles O'Brien|Bob Bold")]
    [InlineData("jane@example.org|https://example.org/jane|Jane Doe", "Jane Doe")]
    [InlineData("Jane Doe|Jane Doe", "Jane Doe")]
    public void Authors_in_tags_of_their_own(string tags, string expected) => Assert.Equal(expected, string.Join('|', PageNames.OfTags(tags.Split('|'))));

    [Theory]
    [InlineData("Jane Doe, Max Roe", "Jane Doe|Max Roe")]
    [InlineData("By Jane Doe & Max Roe", "Jane Doe|Max Roe")]
    [InlineData("Jane Doe, Max Roe, and Ann Poe", "Jane Doe|Max Roe|Ann Poe")]
    [InlineData("admin", "")]
    [InlineData("https://www.facebook.com/janedoe", "")]
    [InlineData("gwern", "gwern")]
    public void Authors_in_one_text(string text, string expected) => Assert.Equal(expected, string.Join('|', PageNames.OfText([text])));

    [Theory]
    [InlineData("By Jane Doe | January 5, 2020", "Jane Doe")]
    [InlineData("By Jane Doe and Max Roe · 12 min read", "Jane Doe|Max Roe")]
    [InlineData("Posted by Jane Doe on May 3, 2020", "Jane Doe")]
    [InlineData("12 comments", "")]
    [InlineData("Share this: Twitter, Facebook!", "")]
    public void Authors_in_a_byline(string text, string expected) => Assert.Equal(expected, string.Join('|', PageNames.OfByline([text])));
}
