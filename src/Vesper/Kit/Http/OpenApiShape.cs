using Microsoft.AspNetCore.OpenApi;
using Vesper.Kit.Access;

namespace Vesper.Kit.Http;

/// <summary>The document the web app's types are made from: no servers of this machine, roles named at each operation.</summary>
static class OpenApiShape
{
    /// <summary>The build starts the program to write the document, without a database to work on.</summary>
    public static bool BeingWritten { get; } = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    public static void Apply(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Vesper", Version = "1" };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<MembersOnly>().LastOrDefault() is { } members)
                operation.Description = members.Roles.Count == 0 ? "For members." : $"For {string.Join(", ", members.Roles)}{(members.OrAdmin ? " and administrators" : "")}.";
            return Task.CompletedTask;
        });
    }
}
