namespace Roundup.Data.Issues;

/// <summary>Who saves.</summary>
/// <param name="PersonId">Null where it is nobody with an account, as in a command.</param>
/// <param name="Name">As it is printed.</param>
public sealed record Writer(int? PersonId, string Name);
