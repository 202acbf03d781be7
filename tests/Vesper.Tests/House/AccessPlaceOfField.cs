using Microsoft.Extensions.DependencyInjection;
using Vesper.Field;
using Vesper.Kit.Files;
using Vesper.Tests.Support;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>A visit that waits for the supervisor's word.</summary>
    public Guid VisitToConfirm => Made(id => new Visit { OrgId = orgId, Id = id, MemberId = memberId, TeamId = teamId, CustomerId = Customer, Day = Today, DeviceAt = Now, CheckedInAt = Now, WordAskedAt = Now });

    /// <summary>A proof, with its bytes.</summary>
    public Guid Photo
    {
        get
        {
            var file = Guid.CreateVersion7();
            server.Services.GetRequiredService<FileStore>().WriteAsync(orgId, file, Pictures.Png, default).GetAwaiter().GetResult();
            return Made(id => new Photo { OrgId = orgId, Id = id, FileId = file, MemberId = memberId, TeamId = teamId, Type = "image/png", CreatedAt = Now });
        }
    }
}
