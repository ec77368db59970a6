using System.Globalization;
using Roundup.Web.Commands;

// Numbers and days are written in one way, whatever the machine's language: its own would say 2569 for 2026 in Thailand.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

// Without a command the site is served; what follows is in Starting/Serving.cs.
return await RoundupCommands.Root().Parse(args).InvokeAsync();

public partial class Program;
