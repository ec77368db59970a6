using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Tests.Data;

/// <summary>Two who decide at once, each as if alone, on both databases.</summary>
public sealed class Who_owns_it
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Two_owners_who_take_it_from_each_other_leave_one(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (ann, bo) = await OwnersAsync(database);
        await using var first = database.Open();
        await using var second = database.Open();

        Assert.Null(await first.GiveRoleAsync(await first.Users.SingleAsync(p => p.Id == bo), Role.Editor));
        Assert.Null(await second.CloseAccountAsync(await second.Users.SingleAsync(p => p.Id == ann), Now));

        Assert.Null(await first.SaveAsync());
        Assert.NotNull(await second.SaveAsync());
        await using var read = database.Open();
        Assert.Equal(ann, (await read.Users.Owners.SingleAsync()).Id);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Saved_at_the_same_time_one_of_them_stays(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (ann, bo) = await OwnersAsync(database);
        await using var first = database.Open();
        await using var second = database.Open();
        await first.GiveRoleAsync(await first.Users.SingleAsync(p => p.Id == bo), Role.Editor);
        await second.GiveRoleAsync(await second.Users.SingleAsync(p => p.Id == ann), Role.Editor);

        var refusals = await Task.WhenAll(Task.Run(() => first.SaveAsync()), Task.Run(() => second.SaveAsync()));

        Assert.Single(refusals, r => r is null);
        await using var read = database.Open();
        Assert.Equal(1, await read.Users.Owners.CountAsync());
    }

    [Fact]
    public async Task The_last_owner_stays()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await using var db = database.Open();
        var ann = await PersonAsync(db, "Ann", Role.Owner);
        var gone = await PersonAsync(db, "Gone", Role.Owner);
        Assert.Null(await db.CloseAccountAsync(gone, Now));
        Assert.Null(await db.SaveAsync());

        Assert.Equal("A publication has an owner. Make somebody else one first.", (await db.GiveRoleAsync(ann, Role.Reader))?.Sentence);
        Assert.NotNull(await db.CloseAccountAsync(ann, Now));
        Assert.NotNull(await db.GiveRoleAsync(gone, Role.Editor));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_link_lets_one_of_two_in(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (made, token) = Invitation.Make(Role.Contributor, "Bo", "Ann", Now);
        await using (var db = database.Open())
        {
            db.Add(made);
            Assert.Null(await db.SaveAsync());
        }

        async Task<bool> JoinsAsync(RoundupDb db)
        {
            (await db.Invitations.SingleAsync(i => i.TokenHash == Secret.HashOf(token))).Accept(Now);
            return await db.SaveAsync() is null;
        }

        await using var first = database.Open();
        await using var second = database.Open();
        var late = await second.Invitations.SingleAsync();
        Assert.True(await JoinsAsync(first));
        late.Accept(Now);
        Assert.NotNull(await second.SaveAsync());
        Assert.DoesNotContain(token, late.TokenHash, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_is_open_for_a_week()
    {
        var (made, _) = Invitation.Make(Role.Editor, "Bo", "Ann", Now);

        Assert.True(made.IsOpen(Now.AddDays(7).AddTicks(-1)));
        Assert.False(made.IsOpen(Now.AddDays(7)));
        Assert.NotNull(made.Revoke(Now.AddDays(8)));
        Assert.Null(made.Revoke(Now));
        Assert.False(made.IsOpen(Now));
    }

    private static async Task<(int Ann, int Bo)> OwnersAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return ((await PersonAsync(db, "Ann", Role.Owner)).Id, (await PersonAsync(db, "Bo", Role.Owner)).Id);
    }

    private static async Task<Person> PersonAsync(RoundupDb db, string name, Role role)
    {
        var person = new Person { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Name = name, Role = role, CreatedAt = Now };
        db.Add(person);
        Assert.Null(await db.SaveAsync());
        return person;
    }
}
