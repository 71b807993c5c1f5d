using Npgsql;

namespace AccountNudge.Core.Storage;

/// <summary>How the pooled connections of the domain and the chat platforms are made.</summary>
public static class PostgresConnection
{
    /// <summary>
    /// The configured connection string, made quicker. Unless it says how many, statements are prepared once they have been seen a
    /// few times, and a connection goes back to the pool as it is: nothing we do leaves anything behind in a session. Locks that
    /// belong to a session have connections of their own (<see cref="SchemaLock"/>, the scheduler's).
    /// </summary>
    public static string Of(string configured)
    {
        var connection = new NpgsqlConnectionStringBuilder(configured);
        if (connection.MaxAutoPrepare == 0) connection.MaxAutoPrepare = 200;
        connection.NoResetOnClose = true;
        return connection.ConnectionString;
    }
}
