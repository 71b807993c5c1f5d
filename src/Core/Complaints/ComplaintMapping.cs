using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Complaints;

/// <summary>Maps complaints to their tables.</summary>
internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>, IEntityTypeConfiguration<ComplaintStep>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaints");
        builder.HasMany(complaint => complaint.Steps).WithOne().HasForeignKey(step => new { step.TeamId, step.ComplaintId })
            .HasPrincipalKey(complaint => new { complaint.TeamId, complaint.Id }).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(complaint => complaint.Steps).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.Ignore(complaint => complaint.NextActBy).Ignore(complaint => complaint.AsksForCause).Ignore(complaint => complaint.AsksUnderneath)
            .Ignore(complaint => complaint.StuckSince).Ignore(complaint => complaint.AwaitsSeniorTalk);
    }

    public void Configure(EntityTypeBuilder<ComplaintStep> builder) => builder.ToTable("complaint_steps");
}
