namespace Roundup.Model.Papers;

/// <summary>What kind of work a paper is, as reference lists tell them apart.</summary>
public enum PaperKind
{
    /// <summary>Nobody has said.</summary>
    Unknown = 0,

    /// <summary>Posted by its authors: arXiv, bioRxiv, SSRN, a paper under review.</summary>
    Preprint = 1,

    /// <summary>In a journal.</summary>
    Article = 2,

    /// <summary>In the proceedings of a conference or workshop.</summary>
    ConferencePaper = 3,

    Book = 4,

    /// <summary>A chapter of a book.</summary>
    Chapter = 5,

    /// <summary>A report or working paper of an institution.</summary>
    Report = 6,

    Thesis = 7,

    /// <summary>A post or page on the web.</summary>
    Page = 8,

    Dataset = 9,

    Software = 10,
}

public static class PaperKindFacts
{
    extension(PaperKind kind)
    {
        /// <summary>That it stands in a journal, a book or proceedings, whose date is another one than that of its preprint.</summary>
        public bool IsInPrint => kind is PaperKind.Article or PaperKind.ConferencePaper or PaperKind.Book or PaperKind.Chapter;
    }
}
