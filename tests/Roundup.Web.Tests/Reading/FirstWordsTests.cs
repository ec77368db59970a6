using Roundup.Web.Reading;

namespace Roundup.Web.Tests.Reading;

public sealed class FirstWordsTests
{
    [Theory]
    [InlineData("Short enough. What", "Short enough. What")]
    [InlineData("They edit one layer alone. What follows from it is another matter", "They edit one layer alone. …")]
    [InlineData("They ask: “Is it one layer alone?” What follows is another matter", "They ask: “Is it one layer alone?” …")]
    [InlineData("Does an edit of K. Meng et al. Hold for longer texts too, or for none", "Does an edit of K. Meng et al. Hold for …")]
    [InlineData("They edit one layer, i.e. Number 5, and nothing breaks anywhere", "They edit one layer, i.e. Number 5, and …")]
    [InlineData("They edit one layer of v1. of it, and nothing breaks anywhere", "They edit one layer of v1. of it, and …")]
    // A sentence of three words says too little of what comes.
    [InlineData("I disagree here. They edit one layer, which is hardly anything", "I disagree here. They edit one layer …")]
    [InlineData("Exactly forty-one characters end in here. Nothing is lost of it", "Exactly forty-one characters end in …")]
    [InlineData("Exactly forty characters end up in here. Nothing is lost of it", "Exactly forty characters end up in here. …")]
    public void The_first_words_end_behind_a_sentence_where_one_fits(string said, string words) => Assert.Equal(words, FirstWords.Of(Scene.Words(said).Html, 40));
}
