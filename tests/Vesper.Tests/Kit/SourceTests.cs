using System.Reflection;
using Vesper.Customers;
using Vesper.Evenings;
using Vesper.Field;
using Vesper.Kit;

namespace Vesper.Tests.Kit;

public sealed class SourceTests
{
    [Theory]
    [InlineData(typeof(EveningOptions))]
    [InlineData(typeof(GradeOptions))]
    [InlineData(typeof(EvidenceOptions))]
    public void Every_number_says_where_it_comes_from(Type options) => options
        .GetProperties().Where(number => number.CanWrite && number.GetCustomAttribute<FromAttribute>() is null)
        .Select(number => number.Name).ShouldBeEmpty();
}
