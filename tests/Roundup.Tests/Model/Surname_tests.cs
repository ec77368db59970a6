using Roundup.Model.Papers;

namespace Roundup.Tests.Model;

/// <summary>One rule says what a surname is: for reference lists, for short author lists, and for finding a paper again.</summary>
public class Surname_tests
{
    [Theory]
    [InlineData("Kevin Meng", "Meng, Kevin")]
    [InlineData("Laurens van der Maaten", "van der Maaten, Laurens")]
    [InlineData("Robert Downey Jr.", "Downey, Robert")]
    [InlineData("  Ada   Lovelace ", "Lovelace, Ada")]
    public void However_a_name_is_printed_its_surname_is_the_same(string printed, string sorted) =>
        Assert.Equal(PaperTwins.SurnameKey(sorted), PaperTwins.SurnameKey(printed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData("\ud800")]
    public void Nobody_has_no_surname_and_breaks_nothing(string? name) => Assert.True(PaperTwins.SurnameKey(name).Length <= 1);
}
