using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Roundup.Data.People;

namespace Roundup.Web.Areas.Account;

/// <summary>Makes answers about addresses that are here and about those that are not take the same time, so that nobody learns from it who has an account.</summary>
public sealed class PasswordEffort(UserManager<Person> people)
{
    /// <summary>More than finding somebody, hashing a password and writing a row take together.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(400);

    private static readonly Person Nobody = new();
    private static string? _nobodysHash;

    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>The work of checking a password that is nobody's.</summary>
    public void Spend(string password)
    {
        _nobodysHash ??= people.PasswordHasher.HashPassword(Nobody, "nobody has this password");
        people.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
    }

    /// <summary>Waits until a whole number of steps is over since the request came: what differs within a step is not seen.</summary>
    public Task EvenOutAsync(CancellationToken cancel)
    {
        var passed = Stopwatch.GetElapsedTime(_began);
        return Task.Delay((Step * Math.Ceiling(passed / Step)) - passed, cancel);
    }
}
