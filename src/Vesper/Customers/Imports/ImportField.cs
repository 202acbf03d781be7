namespace Vesper.Customers.Imports;

/// <summary>What a column of a list may hold. Grade and stage are not among them: they follow from facts, and nobody types them.</summary>
enum ImportField { Ignore, Name, ShortName, City, Industry, Employees, Address, Contact, Title, Phone, Owner, NextStep, NextOn }

static class ImportFields
{
    /// <summary>The archive's own limits.</summary>
    public static int Longest(this ImportField field) => field switch { ImportField.Name => 120, ImportField.Address or ImportField.NextStep => 200, _ => 40 };
}
