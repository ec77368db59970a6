namespace Roundup.Formats.Reading;

/// <summary>The look of a title: a roundup gives all its papers the same one, or few.</summary>
internal sealed record Style(BlockKind Kind, int Level, LeadForm? Form)
{
    public static Style Of(Block block, Lead lead) => block.Kind switch
    {
        BlockKind.Heading => new(BlockKind.Heading, block.Level, null),
        BlockKind.Row => new(BlockKind.Row, 0, null),
        BlockKind.Item => new(BlockKind.Item, block.Level, lead.Form is LeadForm.Plain ? LeadForm.Plain : null),
        _ => new(BlockKind.Paragraph, block.Level, lead.Form),
    };

    public bool IsHeading => Kind == BlockKind.Heading;

    /// <summary>A title of higher rank ends a paper of lower rank, never the other way round.</summary>
    public double Rank => (Kind, Form) switch
    {
        (BlockKind.Heading, _) => 5,
        (BlockKind.Row, _) or (_, LeadForm.Link or LeadForm.Bold) => 4,
        (BlockKind.Item, null) => 3 - (Level * 0.1),
        (_, LeadForm.Words) => 3,
        (BlockKind.Item, _) => 2.5 - (Level * 0.1),
        (_, LeadForm.Bare) => 2,
        _ => 1,
    };

    /// <summary>How many of the places with this look must point at a paper, before all of them are believed.</summary>
    public double Share => (Kind, Form) switch
    {
        (BlockKind.Row, _) => 0.1,
        (_, LeadForm.Plain) => 0.4,
        (_, LeadForm.Bare) => 0.3,
        _ => 0.15,
    };
}
