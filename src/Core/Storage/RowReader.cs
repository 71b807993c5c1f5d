using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace AccountNudge.Core.Storage;

/// <summary>Makes objects of the rows that a query found, by the columns' names and with the conversions of the model.</summary>
/// <typeparam name="T">An entity, or an object of values: with properties that can be set, or with a constructor for all of them.</typeparam>
internal sealed class RowReader<T>
    where T : class
{
    private readonly Func<DbDataReader, T> read;
    private readonly IReadOnlyList<(string Property, Func<DbDataReader, object?> Read)> shadows;

    private RowReader(Func<DbDataReader, T> read, IReadOnlyList<(string Property, Func<DbDataReader, object?> Read)> shadows) => (this.read, this.shadows) = (read, shadows);

    /// <summary>The reader of a query's rows.</summary>
    /// <param name="store">Whose model is used.</param>
    /// <param name="row">A row, for the order of its columns.</param>
    public static RowReader<T> Of(Store store, DbDataReader row)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var columns = Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, StringComparer.Ordinal);
        var type = store.Model.FindEntityType(typeof(T));
        return new(
            Expression.Lambda<Func<DbDataReader, T>>(type is null ? Values() : Entity(type), reader).Compile(),
            [.. (type?.GetProperties() ?? []).Where(property => property.IsShadowProperty()).Select(property =>
                (property.Name, Expression.Lambda<Func<DbDataReader, object?>>(As(Stored(property), typeof(object)), reader).Compile()))]);

        Expression Entity(IEntityType type)
        {
            var entity = Expression.Variable(typeof(T));
            var set = type.GetProperties().Where(property => !property.IsShadowProperty()).Select(property => Expression.Assign(Expression.MakeMemberAccess(entity, Settable(property)), Stored(property)));
            return Expression.Block([entity], [Expression.Assign(entity, Expression.New(Constructors.First(made => made.GetParameters().Length == 0))), .. set, entity]);
        }

        Expression Values()
        {
            if (Constructors.FirstOrDefault(made => made.GetParameters().Length == 0) is not { } empty)
            {
                var all = Constructors.Single();
                return Expression.New(all, all.GetParameters().Select(parameter => Value(parameter.Name!, parameter.ParameterType)));
            }

            return Expression.MemberInit(Expression.New(empty), typeof(T).GetProperties().Where(property => columns.ContainsKey(property.Name))
                .Select(property => Expression.Bind(property, Value(property.Name, property.PropertyType))));

            Expression Value(string name, Type type)
            {
                var plain = Nullable.GetUnderlyingType(type) ?? type;
                return Column(columns[name], type, store.MappingOf(plain)!, !plain.IsValueType || plain != type);
            }
        }

        Expression Stored(IProperty property) => Column(columns[property.GetColumnName()], property.ClrType, property.GetRelationalTypeMapping(), property.IsNullable);

        Expression Column(int column, Type type, RelationalTypeMapping mapping, bool isNullable)
        {
            var (at, read) = (Expression.Constant(column), mapping.GetDataReaderMethod());
            Expression value = Expression.Call(read.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, read.DeclaringType!), read, at);
            value = mapping.CustomizeDataReaderExpression(value);
            if (mapping.Converter?.ConvertFromProviderExpression is { } convert)
                value = ReplacingExpressionVisitor.Replace(convert.Parameters[0], As(value, convert.Parameters[0].Type), convert.Body);
            value = As(value, type);
            return isNullable ? Expression.Condition(Expression.Call(reader, IsDbNull, at), Expression.Default(type), value) : value;
        }

        // A property that is set once has a field that an expression may not set.
        static MemberInfo Settable(IProperty property) =>
            property.GetMemberInfo(forMaterialization: true, forSet: true) is var member && member is FieldInfo { IsInitOnly: true } ? property.PropertyInfo! : member;

        static Expression As(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);
    }

    /// <summary>Makes an object of the row a reader stands at.</summary>
    public T Read(DbDataReader row) => read(row);

    /// <summary>Makes an entity of the row a reader stands at, not tracked yet, with what the row has beyond its properties.</summary>
    public EntityEntry<T> ReadEntry(Store store, DbDataReader row)
    {
        var entry = store.Entry(read(row));
        foreach (var (property, value) in shadows) entry.Property(property).CurrentValue = value(row);
        return entry;
    }

    private static IEnumerable<ConstructorInfo> Constructors => typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static readonly MethodInfo IsDbNull = typeof(DbDataReader).GetMethod(nameof(DbDataReader.IsDBNull))!;
}

/// <summary>How values lie in the database.</summary>
internal static class ValueMappings
{
    /// <summary>How a value of a type lies in the database: as the provider would lay it down, or as the model's columns of that type do.</summary>
    public static RelationalTypeMapping? MappingOf(this Store store, Type type) => store.GetService<IRelationalTypeMappingSource>().FindMapping(type, store.Model)
        ?? store.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).FirstOrDefault(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == type)?.GetRelationalTypeMapping();
}
