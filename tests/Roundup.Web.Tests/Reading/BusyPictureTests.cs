using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Roundup.Web.Tests.Reading;

public sealed class BusyPictureTests
{
    [Fact]
    public async Task While_one_picture_is_drawn_twenty_wait_and_the_next_is_told_to_come_again()
    {
        await using var site = new OpenShelf();
        await site.InitializeAsync();
        using var fonts = new HeldFonts(site.Services.GetRequiredService<IWebHostEnvironment>());
        using var visitor = site.Visitor();
        var drawn = visitor.GetAsync("/issues/1/picture.png");
        await fonts.Asked;

        var others = Enumerable.Range(0, 21).Select(_ => visitor.GetAsync("/issues/1/picture.png")).ToList();
        var refused = await Task.WhenAny(others);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await refused).StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), (await refused).Headers.RetryAfter?.Delta);
        Assert.Contains("Try again in some seconds", await (await refused).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        fonts.Release();
        others.Remove(refused);
        foreach (var reply in await Task.WhenAll([drawn, .. others])) Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        using var after = await visitor.GetAsync("/issues/1/picture.png");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    /// <summary>A picture can't be drawn before they are read, and they are read once this allows it.</summary>
    private sealed class HeldFonts : IFileProvider, IDisposable
    {
        private readonly IFileProvider _files;
        private readonly ManualResetEventSlim _released = new();
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HeldFonts(IWebHostEnvironment host)
        {
            _files = host.WebRootFileProvider;
            host.WebRootFileProvider = this;
        }

        public Task Asked => _asked.Task;

        public void Release() => _released.Set();

        public IFileInfo GetFileInfo(string subpath)
        {
            if (subpath.StartsWith("lib/pictures/", StringComparison.Ordinal))
            {
                _asked.TrySetResult();
                _released.Wait();
            }

            return _files.GetFileInfo(subpath);
        }

        public IDirectoryContents GetDirectoryContents(string subpath) => _files.GetDirectoryContents(subpath);

        public IChangeToken Watch(string filter) => _files.Watch(filter);

        public void Dispose()
        {
            Release();
            _released.Dispose();
        }
    }
}
