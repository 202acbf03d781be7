using Vesper.Customers.Imports;

namespace Vesper.Tests.House;

sealed partial class Place
{
    /// <summary>A list that was dropped and whose file is gone: everything may be asked of it and nothing comes of it.</summary>
    public Guid Import => Made(id => new CustomerImport { OrgId = orgId, Id = id, MemberId = memberId, FileName = "list.csv", Headings = ["公司"], Fields = [ImportField.Name], Rows = 1, CreatedAt = Now });
}
