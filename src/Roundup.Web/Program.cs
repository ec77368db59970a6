using Roundup.Web.Commands;

// Without a command the site is served; what follows is in Starting/Serving.cs.
return await RoundupCommands.Root().Parse(args).InvokeAsync();

public partial class Program;
