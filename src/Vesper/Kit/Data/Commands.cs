using System.Data.Common;

namespace Vesper.Kit.Data;

/// <summary>Plain commands for the few paths where EF is too much.</summary>
static class Commands
{
    public static DbCommand Add(this DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
        return command;
    }
}
